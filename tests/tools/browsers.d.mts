/** The program of a browser that is there; when there is none, an error says what to do. */
export function needBrowser(kind: 'chromium' | 'firefox'): string;
export const chromiumArgs: string[];
