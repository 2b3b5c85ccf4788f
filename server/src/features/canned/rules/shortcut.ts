// Shortcuts are compared as they are heard: /Hi, /hi and /ｈｉ are one.

export const foldShortcut = (shortcut: string): string => shortcut.normalize('NFKC').toLowerCase()
