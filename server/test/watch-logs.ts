// Vitest's setup of every file with a server: at its end nothing of a person may have been logged.
import { afterAll, expect } from 'vitest'
import { foundInLogs } from './watched-log.ts'

afterAll(() => expect(foundInLogs()).toEqual([]))
