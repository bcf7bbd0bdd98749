import type { Now } from '../contract/index.js';

export function isPromise<T>(value: Now<T>): value is Promise<T> {
  return typeof (value as Promise<T> | undefined)?.then === 'function';
}

/** Goes on at once where the value is there, later where it is promised: what was synchronous stays so. */
export function chain<T, R>(value: Now<T>, onward: (value: T) => Now<R>): Now<R> {
  return isPromise(value) ? value.then((settled) => onward(settled)) : onward(value);
}

/** All of them: at once where each is there. */
export function together<T>(values: readonly Now<T>[]): Now<T[]> {
  return values.some((value) => isPromise(value)) ? Promise.all(values) : (values as T[]);
}
