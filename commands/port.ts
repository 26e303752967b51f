import { UserError } from '../model/user-error'

/** Reads --port; 0 lets the system choose. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UserError(`Expected --port as a number from 0 to 65535, found "${text}".`, 'for example --port 3030')
  return port
}
