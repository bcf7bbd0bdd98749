/**
 * Plugin of web-test-runner: what its own commands cannot do by WebDriver, which is how WebKit is driven. Its commands have
 * names of their own because the built-in ones answer first.
 */
export function webdriverCommands() {
  return {
    name: 'webdriver-commands',
    async executeCommand({ command, payload, session }) {
      const { driver } = session.browser;
      if (command === 'clientele-chord') {
        await driver.keys(payload.keys);
        return true;
      }
      if (command === 'clientele-drag') {
        // In one go: a button that is held while no command runs is let go.
        const moves = payload.path.map(([x, y]) => ({ type: 'pointerMove', duration: 20, x, y }));
        const [first, ...rest] = moves;
        await driver.performActions([
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [first, { type: 'pointerDown', button: 0 }, ...rest, { type: 'pointerUp', button: 0 }],
          },
        ]);
        return true;
      }
      if (command === 'clientele-window-size') {
        await driver.setWindowSize(payload.width, payload.height);
        return true;
      }
      return undefined;
    },
  };
}
