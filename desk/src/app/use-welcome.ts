// Opens the first steps by themselves for whoever runs a workspace that has not been set up, once after signing in.
import { useEffect, useRef } from 'react'
import { openProgress } from '../welcome/steps.ts'
import { useWorkspace } from '../welcome/workspace.ts'
import { go, herePlace } from './place.ts'
import { prefer } from './preferences.ts'
import { useMay, useSession } from './server.ts'

export const useWelcome = (): void => {
  const { tenant, staff } = useSession()
  const asked = useRef(false)
  const { data } = useWorkspace(useMay('inboxes.manage'))
  useEffect(() => {
    if (data === undefined || asked.current) return
    asked.current = true
    const place = herePlace()
    const { step, done, putAway } = openProgress(tenant.id)
    // Whoever came by a link to somewhere is not sent elsewhere.
    if (data.setUp || putAway || place.page !== 'inbox' || place.conversationId !== null) return
    // Whoever opened the shop said which language its owner speaks.
    if (step === 1 && done.length === 0 && staff.locale !== null)
      prefer({ language: staff.locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en' })
    go({ page: 'welcome', step }, 'replace')
  }, [data, tenant.id, staff.locale])
}
