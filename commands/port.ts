import { Mendable } from '../model/mendable'

/** Reads --port; 0 lets the system choose. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Mendable(`Expected --port as a number from 0 to 65535, found "${text}".`, 'for example --port 3030')
  return port
}
