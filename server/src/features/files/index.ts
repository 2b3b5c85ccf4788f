// The door. Files are uploaded first, named by a message, and shown through it.
export { type Attaching, attachFiles } from './attach.ts'
export { type Disk, openDisk } from './disk.ts'
export { moveFiles } from './move.ts'
export { type OpenedFile, readForOutside } from './read.ts'
export { removeFilesOf, sweep } from './sweep.ts'
export { upload } from './upload.ts'
