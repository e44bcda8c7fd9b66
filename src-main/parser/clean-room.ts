/**
 * What keeps one document from reaching the next one or the outside. The limits of memory, time and
 * files are the watchdog's and Node's `--permission`; neither knows of the network or of prototypes.
 */

/** Takes away every way to the network that JavaScript has. No reader needs one. */
export function closeDoors(): void {
  const closed = (): never => {
    throw new Error('A parser process has no network')
  }
  for (const name of ['fetch', 'WebSocket', 'EventSource'] as const) Reflect.deleteProperty(globalThis, name)
  const net = process.getBuiltinModule('node:net')
  const dgram = process.getBuiltinModule('node:dgram')
  const dns = process.getBuiltinModule('node:dns')
  net.Socket.prototype.connect = closed
  net.Server.prototype.listen = closed
  dgram.Socket.prototype.bind = closed
  dgram.Socket.prototype.send = closed
  dns.lookup = closed as unknown as typeof dns.lookup // whoever looks a name up gets the error, in whatever way it asked
}

const watchedPrototypes: readonly object[] = [
  Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype, RegExp.prototype,
  Map.prototype, Set.prototype, Promise.prototype, Uint8Array.prototype, Error.prototype
]

/** Names and values of all that stands on a prototype. */
const print = (prototype: object): readonly unknown[] =>
  Reflect.ownKeys(prototype).flatMap((key) => {
    const own = Reflect.getOwnPropertyDescriptor(prototype, key)!
    return [key, own.value as unknown, own.get, own.set]
  })

let prints: readonly (readonly unknown[])[] | null = null

/** Whether the prototypes that all code shares are as they were when this was asked first. */
export function isUntouched(): boolean {
  const now = watchedPrototypes.map(print)
  prints ??= now
  return prints.every((before, n) => before.length === now[n]!.length && before.every((value, at) => Object.is(value, now[n]![at])))
}
