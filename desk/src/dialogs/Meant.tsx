// A customer's message meant something else: the intent is chosen, and the message becomes an example of it.
import type { Message } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { ChooseIntent } from '../language/ChooseIntent.tsx'
import { taught, useTitle } from '../language/lab.ts'
import { act } from '../ui/act.ts'
import { closeDialog } from '../ui/dialogs.ts'
import { WhyHeard } from './WhyHeard.tsx'

export const Meant = ({ message }: { message: Message }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const choose = async (intent: string) => {
    const name = title(intent)
    const params = { conversationId: message.conversationId, messageId: message.id }
    const done = t('language.nowTeaches', { name })
    if ((await act(() => server.correctMessage({ params, body: { intent } }), done)) === null) return
    taught()
  }
  return (
    <ChooseIntent
      title={t('language.meantElse')}
      about={<WhyHeard message={message} />}
      without={null}
      onClose={closeDialog}
      onChoose={(intent) => void choose(intent)}
    />
  )
}
