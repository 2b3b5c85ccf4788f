// The desk starts here: colours, words, then the screen.
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { onPreferences, preferences } from './app/preferences.ts'
import { startWords } from './app/words.ts'
import './ui/desk.css'
import { paint } from './ui/tokens.ts'

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const repaint = () => {
  const { theme } = preferences()
  paint(theme === 'system' ? (darkSystem.matches ? 'dark' : 'light') : theme, document.documentElement)
}
repaint()
onPreferences(repaint)
darkSystem.addEventListener('change', repaint)

const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no #desk')
await startWords()
createRoot(root).render(<App />)
