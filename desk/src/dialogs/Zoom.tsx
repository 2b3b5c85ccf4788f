// A customer's picture, up to five times its fitted size: serial numbers must be readable.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

export const Zoom = ({ url, alt }: { url: string; alt: string }) => {
  const { t } = useTranslation()
  const [scale, setScale] = useState(1)
  return (
    <Dialog title={alt} onClose={closeDialog} wide>
      <div className="zoom">
        <img src={url} alt={alt} style={{ width: `${scale * 100}%` }} referrerPolicy="no-referrer" />
      </div>
      <label className="zoom-scale">
        {t('zoom.scale', { percent: Math.round(scale * 100) })}
        <input
          type="range"
          min={1}
          max={5}
          step={0.5}
          value={scale}
          onChange={(event) => setScale(Number(event.target.value))}
        />
      </label>
    </Dialog>
  )
}
