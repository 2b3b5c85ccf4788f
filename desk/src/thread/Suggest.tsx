// The list above the composer while `/` or `@` is written: the field keeps the focus, the arrows move, Enter or Tab choose.
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Asked, askedAt } from './asked.ts'

export interface Offer {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly text?: string
  /** What takes the place of the letters typed. */
  readonly insert: string
}
/** More are found by typing on. */
const MOST = 40

export interface Suggest {
  readonly asked: Asked | null
  readonly offers: readonly Offer[]
  readonly at: number
  setAt(index: number): void
  choose(offer: Offer): void
  /** True when the press was the list's own. */
  press(event: KeyboardEvent): boolean
  /** What the field tells the list of. */
  readonly handlers: {
    onSelect(): void
    onBlur(): void
    onCompositionStart(): void
    onCompositionEnd(): void
  }
  look(): void
}

interface Wish {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly sign: Asked['sign']
  readonly find: (words: string) => readonly Offer[]
  readonly choose: (offer: Offer, at: { from: number; to: number }) => void
}

/** Where in the field something is asked for. Never while an input method composes, nor again after Escape. */
const useAsked = ({ field, sign }: Wish) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [at, setAt] = useState(0)
  const composing = useRef(false)
  const closedAt = useRef<number | null>(null)
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? { value: '', selectionStart: 0, selectionEnd: 0 }
    const open = !composing.current && selectionStart === selectionEnd && document.activeElement === field.current
    const found = open ? askedAt(value, selectionStart) : null
    if (found === null) closedAt.current = null
    const next = found?.sign === sign && found.from !== closedAt.current ? found : null
    if (next?.from === asked?.from && next?.words === asked?.words) return
    setAsked(next)
    setAt(0)
  }
  const close = () => {
    closedAt.current = asked?.from ?? null
    setAsked(null)
  }
  const compose = (on: boolean) => {
    composing.current = on
    look()
  }
  return { asked, at, setAt, look, close, compose, forget: () => setAsked(null) }
}

const stepOf = (key: string): number => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0)

export const useSuggest = (wish: Wish): Suggest => {
  const { asked, at, setAt, look, close, compose, forget } = useAsked(wish)
  const offers = asked === null ? [] : wish.find(asked.words).slice(0, MOST)
  const choose = (offer: Offer) => {
    const to = asked === null ? 0 : asked.from + 1 + asked.words.length
    forget()
    if (asked) wish.choose(offer, { from: asked.from, to })
  }
  const press = (event: KeyboardEvent): boolean => {
    if (offers.length === 0 || event.nativeEvent.isComposing || event.keyCode === 229) return false
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
    const step = stepOf(event.key)
    const chosen = offers[at]
    if (step !== 0) setAt((at + step + offers.length) % offers.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    return true
  }
  const handlers = {
    onSelect: look,
    onBlur: forget,
    onCompositionStart: () => compose(true),
    onCompositionEnd: () => compose(false),
  }
  return { asked, offers, at, setAt, choose, press, handlers, look }
}

/** What the field must say of the list, for whoever does not see it. */
export const listProps = ({ offers, at }: Suggest) =>
  offers.length === 0
    ? {}
    : {
        'aria-autocomplete': 'list' as const,
        'aria-controls': 'suggest-list',
        'aria-activedescendant': `suggest-${offers[at]?.id}`,
      }

const intoSight = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

export const SuggestList = ({ suggest: { asked, offers, at, setAt, choose } }: { suggest: Suggest }) => {
  const { t } = useTranslation()
  if (asked === null || offers.length === 0) return null
  return (
    <div
      className="suggest"
      role="listbox"
      // Scrolled with the arrows from the field; whoever gets here by Tab may scroll it too.
      tabIndex={0}
      id="suggest-list"
      aria-label={t(asked.sign === '/' ? 'canned.list' : 'canned.people')}
    >
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field holds the focus and the keys.
        <div
          key={offer.id}
          id={`suggest-${offer.id}`}
          ref={index === at ? intoSight : null}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => setAt(index)}
          // The field must not lose the focus to the list.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(offer)}
        >
          <b>{offer.label}</b>
          {offer.hint && <small>{offer.hint}</small>}
          {offer.text && <span className="suggest-text">{offer.text}</span>}
        </div>
      ))}
    </div>
  )
}
