// A file the browser saves.
export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
