// Where a colleague writes: Reply goes to the customer, Note stays in the house.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { composerAsk } from '../app/commands.ts'
import { useMay, useSession } from '../app/server.ts'
import { typists } from '../live/apply.ts'
import { useCell } from '../live/cell.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Tab } from './drafts.ts'
import { EditField } from './EditField.tsx'
import { editing, stopEditing } from './editing.ts'
import { Field } from './Field.tsx'
import { type Hindrance, hindranceOf } from './may-write.ts'

const Hindered = ({ row, why }: { row: ConversationRow; why: Hindrance }) => {
  const { t } = useTranslation()
  const actions = useActions()
  const mayAssign = useMay('conversations.assign')
  return (
    <div className="hindered">
      <span>{t(`hindrance.${why}`, { name: row.assigneeName ?? '' })}</span>
      {why === 'resolved' && mayAssign && <Button onClick={() => void actions.reopen(row)}>{t('do.reopen')}</Button>}
      {why !== 'resolved' && why !== 'role' && mayAssign && (
        <Button shortcut="T" onClick={() => actions.take(row)}>
          {t('do.take')}
        </Button>
      )}
    </div>
  )
}

/** A colleague writes to the same customer right now: two answers to one question are worse than none. */
const Crossing = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTranslation()
  const me = useSession().staff.id
  const all = useCell(typists, (list) => list)
  const names = all
    .filter(
      ({ who, ...each }) => each.conversationId === conversationId && who.startsWith('agent:') && who !== `agent:${me}`,
    )
    .map(({ name }) => name ?? t('author.agent'))
  if (names.length === 0) return null
  return (
    <p className="crossing" role="status">
      <Icon name="hand" size={14} />
      {t('own.crossing', { names: names.join(', ') })}
    </p>
  )
}

const Tabs = ({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) => {
  const { t } = useTranslation()
  return (
    <div className="tabs" role="tablist" aria-label={t('composer.label')}>
      {(['reply', 'note'] as const).map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={tab === each}
          onClick={() => onTab(each)}
          title={each === 'reply' ? 'R' : 'N'}
        >
          {t(`composer.${each}`)}
        </button>
      ))}
    </div>
  )
}

/** The tab in sight, following whoever asks for the composer. */
const useTab = () => {
  const asked = useCell(composerAsk, (now) => now)
  const handled = useRef(asked.count)
  const [tab, setTab] = useState<Tab>('reply')
  useEffect(() => {
    if (asked.count > handled.current) setTab(asked.tab)
  }, [asked])
  // Another conversation or another page: what was being changed is left as it was.
  useEffect(() => stopEditing, [])
  return { tab, setTab, handled }
}

export const Composer = ({ row }: { row: ConversationRow }) => {
  const { tab, setTab, handled } = useTab()
  const me = useSession().staff.id
  const why = hindranceOf(row, me, useMay('conversations.reply'))
  const mayNote = useMay('conversations.note')
  const { id } = row.conversation
  const edited = useCell(editing, (message) => (message?.conversationId === id ? message : null))
  if (edited)
    return (
      <div className={`composer ${edited.note ? 'note' : 'reply'}`}>
        <EditField key={edited.id} message={edited} />
      </div>
    )
  const writable = tab === 'note' ? mayNote : why === null
  return (
    <div className={`composer ${tab}`}>
      <Tabs tab={tab} onTab={setTab} />
      {tab === 'reply' && <Crossing conversationId={id} />}
      {writable ? (
        <Field key={`${id}:${tab}`} row={row} tab={tab} handled={handled} />
      ) : (
        <Hindered row={row} why={tab === 'note' ? 'role' : (why ?? 'role')} />
      )}
    </div>
  )
}
