// The frame of the settings: a menu of sections, each with an address of its own. A phone shows menu or section.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo, usePlace } from '../app/place.ts'
import { useSession } from '../app/server.ts'
import { Antd } from '../ui/Antd.tsx'
import { Blank, Loading } from '../ui/Blank.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { Security } from './Security.tsx'
import { SECTIONS, type Section, sectionAt } from './sections.ts'
import { Workspace } from './Workspace.tsx'
import { You } from './You.tsx'
import './settings.css'

const Inboxes = lazy(() => import('./inboxes/Inboxes.tsx'))
const CannedPage = lazy(() => import('./canned/CannedPage.tsx'))
const ModelPage = lazy(() => import('./model/ModelPage.tsx'))
const KeysPage = lazy(() => import('./keys/KeysPage.tsx'))

const MenuLine = (props: { href: ReturnType<typeof linkTo>; icon: IconName; label: string; here: boolean }) => (
  <li>
    <a {...props.href} aria-current={props.here ? 'page' : undefined}>
      <Icon name={props.icon} />
      <span className="grow">{props.label}</span>
      <Icon name="next" size={14} />
    </a>
  </li>
)

const Menu = ({ here }: { here: Section }) => {
  const { t } = useTranslation()
  const { permissions } = useSession()
  const mayOpen = ({ asks }: Section) => asks === undefined || permissions.includes(asks)
  return (
    <nav className="set-menu" aria-label={t('page.settings')}>
      <h1>{t('page.settings')}</h1>
      {SECTIONS.map(({ group, sections }) => (
        <section key={group} aria-label={t(`settings.group.${group}`)}>
          <h2>{t(`settings.group.${group}`)}</h2>
          <ul>
            {sections.filter(mayOpen).map(({ id, icon }) => (
              <MenuLine
                key={id}
                href={linkTo({ page: 'settings', at: id })}
                icon={icon}
                label={t(`settings.section.${id}`)}
                here={id === here.id}
              />
            ))}
            {group === 'shop' && (
              <MenuLine href={linkTo({ page: 'team' })} icon="people" label={t('settings.section.team')} here={false} />
            )}
          </ul>
        </section>
      ))}
    </nav>
  )
}

const MANAGERS: readonly Section['asks'][] = ['inboxes.manage', 'knowledge.write']

/** An address that was typed or passed on, to a place this role does not open. */
const Denied = ({ section }: { section: Section }) => {
  const { t } = useTranslation()
  return (
    <Blank icon="lock" title={t('settings.denied')}>
      {t(MANAGERS.includes(section.asks) ? 'settings.askManager' : 'settings.askOwner')}
    </Blank>
  )
}

const Content = ({ section, rest }: { section: Section; rest: string[] }) => {
  const { permissions } = useSession()
  if (section.asks !== undefined && !permissions.includes(section.asks)) return <Denied section={section} />
  if (section.id === 'inboxes') return <Inboxes rest={rest} />
  if (section.id === 'canned') return <CannedPage />
  if (section.id === 'model') return <ModelPage />
  if (section.id === 'keys') return <KeysPage />
  if (section.id === 'workspace') return <Workspace />
  return section.id === 'security' ? <Security /> : <You />
}

const YOU: Section = { id: 'you', icon: 'person' }

const SettingsPage = () => {
  const { t } = useTranslation()
  const place = usePlace()
  const at = place.page === 'settings' ? place.at : undefined
  const { section, rest } = sectionAt(at)
  return (
    <Antd>
      <main className={at === undefined ? 'set-frame at-menu' : 'set-frame'}>
        <Menu here={section ?? YOU} />
        <div className="set-content" key={at}>
          {rest.length === 0 && (
            <a className="set-back" {...linkTo({ page: 'settings' })}>
              <Icon name="back" size={16} />
              {t('page.settings')}
            </a>
          )}
          <Suspense fallback={<Loading />}>
            <Content section={section ?? YOU} rest={rest} />
          </Suspense>
        </div>
        <LeaveQuestion />
      </main>
    </Antd>
  )
}
export default SettingsPage
