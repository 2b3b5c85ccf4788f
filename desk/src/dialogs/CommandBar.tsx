// Ctrl/⌘+K: go anywhere, do anything to the open conversation, by typing a few letters.

import type { ConversationRow } from '@ballast/contract/conversation'
import type { Permission } from '@ballast/contract/permissions'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { askComposer, createCommands, currentRow } from '../app/commands.ts'
import type { Hotkey } from '../app/hotkeys.ts'
import { ORDERED_VIEWS } from '../app/Nav.tsx'
import { go } from '../app/place.ts'
import { type Session, useMay, useSession } from '../app/server.ts'
import { called } from '../inbox/called.ts'
import { lists } from '../inbox/here.ts'
import { selection } from '../inbox/selection.ts'
import { savedViews } from '../inbox/views.ts'
import { heldCanned } from '../thread/canned.ts'
import { hindranceOf } from '../thread/may-write.ts'
import { offerReplies } from '../thread/offer.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog, openDialog } from '../ui/dialogs.ts'

interface Command {
  readonly id: string
  readonly label: string
  readonly group: 'act' | 'go' | 'canned' | 'talk'
  readonly run: () => void
}
const ACTS = [
  'take',
  'hand-back',
  'hand-over',
  'reply',
  'note',
  'attach',
  'snooze',
  'resolve',
  'resolve-next',
] as const satisfies readonly Hotkey[]
const PAGES = ['knowledge', 'language', 'promotions', 'team', 'settings'] as const
const ASKS: Partial<Record<(typeof PAGES)[number], Permission>> = {
  language: 'language.read',
  promotions: 'knowledge.read',
}
const pagesFor = ({ permissions }: Session) =>
  PAGES.filter((page) => {
    const asked = ASKS[page]
    return asked === undefined || permissions.includes(asked)
  })

/** Of each list so many are searched: enough to find whom one has just seen, never 100,000. */
const SEARCHED = 300

const useRareCommands = (row: ConversationRow | null): Command[] => {
  const { t } = useTranslation()
  const mayErase = useMay('settings.manage')
  const mayAssign = useMay('conversations.assign')
  const choose = mayAssign ? [{ id: 'select-begin', label: t('bulk.begin'), run: () => selection.choose(true) }] : []
  const erase = { id: 'erase', label: t('panel.erase.do') }
  const acts = [
    ...choose,
    ...(row && mayErase ? [{ ...erase, run: () => openDialog.set({ kind: 'erase', row }) }] : []),
  ]
  return acts.map((each) => ({ ...each, group: 'act' as const }))
}

/** Canned replies, where the reader may write to the customer. Those of their language come first. */
const cannedCommands = (row: ConversationRow | null, session: Session): Command[] => {
  const may = session.permissions.includes('conversations.reply')
  if (row === null || hindranceOf(row, session.staff.id, may) !== null) return []
  return offerReplies(heldCanned(), '', row.conversation.locale).map(({ id, shortcut, title, text }) => ({
    id,
    group: 'canned',
    label: `/${shortcut} ${title}`,
    run: () => askComposer('reply', text),
  }))
}

const useCommandList = (): Command[] => {
  const { t } = useTranslation()
  const actions = useActions()
  const session = useSession()
  const [row] = useState(currentRow)
  const rare = useRareCommands(row)
  return useMemo(() => {
    const commands = createCommands(actions, session)
    const acts = row === null ? [] : ACTS
    return [
      ...acts.map((key) => ({ id: key, group: 'act' as const, label: t(`key.${key}`), run: () => commands.run(key) })),
      ...rare,
      ...ORDERED_VIEWS.map((view) => ({
        id: `view-${view}`,
        group: 'go' as const,
        label: `${t('page.inbox')}: ${t(`view.${view}`)}`,
        run: () => go({ page: 'inbox', view, conversationId: null }),
      })),
      ...savedViews().map(({ id, name }) => ({
        id: `saved-${id}`,
        group: 'go' as const,
        label: `${t('page.inbox')}: ${name}`,
        run: () => go({ page: 'inbox', view: 'all', saved: id, conversationId: null }),
      })),
      ...pagesFor(session).map((page) => ({
        id: page,
        group: 'go' as const,
        label: t(`page.${page}`),
        run: () => go({ page }),
      })),
      ...cannedCommands(row, session),
      ...(session.permissions.includes('inboxes.manage')
        ? [
            {
              id: 'welcome',
              group: 'go' as const,
              label: t('welcome.again'),
              run: () => go({ page: 'welcome', step: 1 }),
            },
          ]
        : []),
      ...lists.some(SEARCHED).map(({ conversation, contactName, preview }) => ({
        id: conversation.id,
        group: 'talk' as const,
        label: `${called(contactName, conversation.contactId, t)}: ${preview}`,
        run: () => go({ page: 'inbox', view: 'all', conversationId: conversation.id }),
      })),
    ]
  }, [t, actions, session, row, rare])
}

const CommandList = ({ shown, at, run }: { shown: Command[]; at: number; run: (command: Command) => void }) => {
  const { t } = useTranslation()
  return (
    <div className="command-list" role="listbox" id="command-list" aria-label={t('commands.title')}>
      {shown.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above holds the focus and the keys.
        <div
          key={command.id}
          id={`command-${command.id}`}
          role="option"
          aria-selected={index === at}
          onClick={() => run(command)}
        >
          <span>{command.label}</span>
          <small>{t(`commands.${command.group}`)}</small>
        </div>
      ))}
    </div>
  )
}

export const CommandBar = () => {
  const { t } = useTranslation()
  const all = useCommandList()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const wanted = words.trim().toLowerCase()
  const shown = all.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, 12)
  const run = (command: Command | undefined) => {
    if (!command) return
    closeDialog()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setAt((at + by + shown.length) % Math.max(1, shown.length))
    else if (event.key === 'Enter') run(shown[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('commands.title')} onClose={closeDialog}>
      <input
        className="command-words"
        role="combobox"
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={shown[at] ? `command-${shown[at].id}` : undefined}
        aria-label={t('commands.title')}
        placeholder={t('commands.hint')}
        value={words}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
      />
      <CommandList shown={shown} at={at} run={run} />
      {shown.length === 0 && <p className="muted">{t('commands.none')}</p>}
    </Dialog>
  )
}
