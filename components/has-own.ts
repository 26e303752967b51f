/** `Object.hasOwn`, which Safari has from 15.4 and Chrome from 93: without it, whole pages would stay blank there. */
export function hasOwn<K extends PropertyKey>(object: object, key: K): boolean {
  return Object.prototype.hasOwnProperty.call(object, key)
}
