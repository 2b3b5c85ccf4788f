// What `npm start` does after the pages are built, as a process of its own for the tests: one line of JSON when ready.
import { run } from '../../server/src/main.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

try {
  const { url, deskLink } = await run({ demo: true, say })
  process.stdout.write(`${JSON.stringify({ url, deskLink })}\n`)
} catch (error) {
  say((error as Error).message)
  process.exit(1)
}
