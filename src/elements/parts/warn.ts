const told = new Set<string>();

/** Tells the developer, in the console, once per code. Never meant for the person at the desk. */
export function warnOnce(code: string, text: string): void {
  if (told.has(code)) return;
  told.add(code);
  console.warn(`Clientele: ${text} [${code}]`);
}
