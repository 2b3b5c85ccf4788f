// Step 5: the one line that brings the chat onto the shop's own pages.
import { useTranslation } from 'react-i18next'
import { CopyBox } from './CopyBox.tsx'
import { NeedsInbox } from './NeedsInbox.tsx'
import { Step } from './Step.tsx'
import type { Inbox } from './workspace.ts'

export const scriptTag = ({ publicKey }: Pick<Inbox, 'publicKey'>, origin: string): string =>
  `<script async src="${origin}/widget/loader.js" data-inbox="${publicKey}"></script>`

export const ScriptStep = () => {
  const { t } = useTranslation()
  return (
    <Step name="script" title={t('welcome.scriptTitle')} lead={t('welcome.scriptLead')}>
      <NeedsInbox>
        {(inbox) => (
          <>
            <CopyBox label={t('welcome.script')} text={scriptTag(inbox, location.origin)} />
            <p className="muted">{t('welcome.scriptWhere')}</p>
            <a href={`/desk/try.html?inbox=${encodeURIComponent(inbox.publicKey)}`} target="_blank" rel="noreferrer">
              {t('welcome.testPage')}
            </a>
          </>
        )}
      </NeedsInbox>
    </Step>
  )
}
