export { fromList } from './from-list.js';
export type { FromListOptions, HostList, ListAdapter } from './from-list.js';
