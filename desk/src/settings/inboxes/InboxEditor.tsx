// One inbox: its name and state above, one idea a tab below, each with an address of its own.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ChannelSettings } from './ChannelSettings.tsx'
import { channelName } from './channel-name.ts'
import { iconOf, type Tab, tabsOf } from './channels.ts'
import { Delivery } from './Delivery.tsx'
import { General } from './General.tsx'
import { HoursEditor } from './HoursEditor.tsx'
import { Install } from './Install.tsx'
import type { Inbox } from './inbox-data.ts'
import { LookEditor } from './LookEditor.tsx'
import { Origins } from './Origins.tsx'

const PAGES: Record<Tab, (props: { inbox: Inbox }) => React.ReactNode> = {
  general: General,
  look: LookEditor,
  hours: HoursEditor,
  origins: Origins,
  install: Install,
  channel: ChannelSettings,
  delivery: Delivery,
}

/** On a phone the row of tabs is wider than the screen. */
const intoView = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'center' })

export const InboxEditor = ({ inbox, wanted }: { inbox: Inbox; wanted: string | undefined }) => {
  const { t } = useTranslation()
  const tabs = tabsOf(inbox.channel)
  const tab = tabs.find((each) => each === wanted) ?? 'general'
  const Shown = PAGES[tab]
  return (
    <>
      <a className="set-back always" {...linkTo({ page: 'settings', at: 'inboxes' })}>
        <Icon name="back" size={16} />
        {t('settings.section.inboxes')}
      </a>
      <header className="set-head">
        <span className="set-mark">
          <Icon name={iconOf(inbox.channel)} />
        </span>
        <div className="grow">
          <h2>{inbox.name}</h2>
          <p className="muted">{channelName(inbox.channel)}</p>
        </div>
        <span className={inbox.enabled ? 'tag good' : 'tag'}>{t(inbox.enabled ? 'inboxes.on' : 'inboxes.off')}</span>
      </header>
      <nav className="set-tabs" aria-label={inbox.name}>
        {tabs.map((each) => (
          <a
            key={each}
            {...linkTo({ page: 'settings', at: `inboxes/${inbox.id}/${each}` })}
            ref={each === tab ? intoView : undefined}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`inboxes.tab.${each}`)}
          </a>
        ))}
      </nav>
      <p className="muted set-lead">{t(`inboxes.tabLead.${tab}`)}</p>
      <Shown key={tab} inbox={inbox} />
    </>
  )
}
