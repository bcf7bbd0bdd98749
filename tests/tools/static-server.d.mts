export interface Served {
  /** Without a slash at its end. */
  address: string;
  stop(): Promise<void>;
}
export function serveFolder(folder: string, headers?: Record<string, string>): Promise<Served>;
