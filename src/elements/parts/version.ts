/** The version of Clientele that this code is; equal to the package's. */
export const VERSION = '0.1.0';
