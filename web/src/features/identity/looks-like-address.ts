/** One @ with something before it and a name with a dot behind it: a slip of the finger is caught here, the rest by the server. */
export function looksLikeAddress(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@');
  return name !== '' && more.length === 0 && !/\s/.test(text) && host.includes('.') && !host.startsWith('.') && !host.endsWith('.');
}
