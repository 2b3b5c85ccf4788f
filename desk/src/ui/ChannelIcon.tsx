// The way a conversation came in, as a small drawing; a channel that is not known yet has the plain one.
import { useTranslation } from 'react-i18next'

const DRAWN = {
  web: 'M10 17a7 7 0 100-14 7 7 0 000 14zM3 10h14M10 3c2.500 2.500 2.500 11.500 0 14M10 3c-2.500 2.500-2.500 11.500 0 14',
  open: 'M7.500 6l-4 4 4 4M12.500 6l4 4-4 4',
  email: 'M3 5h14v10H3zM3 5.500l7 5.500 7-5.500',
  phone: 'M6 3l2.500 4-1.500 2c1 2 2 3 4 4l2-1.500 4 2.500-1.500 3C9 17 3 11 3 4.500z',
  wechat:
    'M3 8.500C3 6 5.500 4 8.500 4S14 6 14 8.500 11.500 13 8.500 13L5 14.500l.5-2.500C4 11 3 10 3 8.500zM14 8.500c2 .5 3 2 3 3.500 0 1-.5 2-1.500 2.500l.5 2-2.500-1c-1.500.3-3 0-4-1.500',
} as const
const PLAIN = 'M4 4h12v9H9l-3.500 3V13H4z'

export const ChannelIcon = ({ channel, size = 13 }: { channel: string; size?: number }) => {
  const { t } = useTranslation()
  const name = t(`channel.${channel}`, { defaultValue: channel })
  return (
    <svg className="channel-icon" width={size} height={size} viewBox="0 0 20 20" role="img" aria-label={name}>
      <title>{name}</title>
      <path
        d={channel in DRAWN ? DRAWN[channel as keyof typeof DRAWN] : PLAIN}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.700"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
