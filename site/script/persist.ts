/** Asks the browser to keep what is stored when space runs short; some ask the reader, some decide by themselves. */
export function askToPersist() {
  // Absent from an address that is not secure, and from Safari before 15.2.
  const { storage } = navigator as { storage?: Partial<StorageManager> }
  storage?.persist?.().catch(() => {})
}
