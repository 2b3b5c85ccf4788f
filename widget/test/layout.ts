// What is wrong with how a page lies: text cut off, boxes run over, things beyond the edge of the screen.
import type { Frame } from 'playwright-core'

/** One line for each fault; `beyond`: past the edge, `over`: wider than its box, `cut`: text that cannot be seen; `broken`: a picture that is none. */
export const layoutFaults = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const faults: string[] = []
    /** Not ours to shorten: an excerpt of a message is cut on purpose. */
    const left = '.unseen, .unseen *, svg, svg *, option, audio, .continue small'
    for (const one of document.querySelectorAll<HTMLElement>('#panel *')) {
      const style = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      if (one.matches(left) || style.visibility === 'hidden' || box.width * box.height === 0) continue
      const name = `${one.tagName.toLowerCase()}.${one.className} «${one.textContent.trim().slice(0, 50)}»`
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`beyond: ${name}`)
      if (style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1) faults.push(`over: ${name}`)
      // Its text stands in for it and is cut by the frame made for it.
      if (one instanceof HTMLImageElement && one.complete && one.naturalWidth === 0 && one.alt !== '')
        faults.push(`broken: ${one.alt}`)
      const hides = style.overflowY === 'hidden' || style.overflowY === 'clip' || one.tagName === 'TEXTAREA'
      if (hides && one.scrollHeight > one.clientHeight + 1) faults.push(`cut: ${name}`)
    }
    return [...new Set(faults)]
  })
