// The tab's title and icon say how many conversations have something new, so that it is seen from another tab.
import { useEffect } from 'react'

/** `(3) Harbour & Co`. */
export const titleWith = (count: number, name: string): string => (count > 0 ? `(${count}) ${name}` : name)

const SIZE = 64
const draw = async (plain: string, count: number): Promise<string> => {
  const picture = new Image(SIZE, SIZE)
  picture.src = plain
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (pen === null) return plain
  pen.drawImage(picture, 0, 0, SIZE, SIZE)
  pen.fillStyle = '#b3342a'
  pen.beginPath()
  pen.arc(42, 42, 22, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = '#ffffff'
  pen.font = 'bold 30px system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(count > 9 ? '9+' : String(count), 42, 44)
  return canvas.toDataURL('image/png')
}

let plainIcon: string | null = null

export const useBadge = (count: number, name: string): void => {
  useEffect(() => {
    document.title = titleWith(count, name)
  }, [count, name])
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (link === null) return
    plainIcon ??= link.href
    const plain = plainIcon
    let stale = false
    const show = (href: string) => {
      if (!stale) link.href = href
    }
    if (count === 0) show(plain)
    // An icon that cannot be drawn stays as it is: the title still says the number.
    else draw(plain, count).then(show, () => show(plain))
    return () => {
      stale = true
    }
  }, [count])
}
