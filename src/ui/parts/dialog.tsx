import './control.css'
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

export type DialogAnswer = { label: string; onChoose: () => void; isBusy?: boolean; isDisabled?: boolean }
type DialogProps = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; stay: string; answer?: DialogAnswer | undefined; position?: 'centre' | 'low-right' }

/** 480 wide; says what freezes or what is recorded. Both answers have the same weight: `stay` closes and records nothing, `answer` acts.
    `low-right` keeps what is being signed in sight. */
export function Dialog({ title, isOpen, onClose, children, stay, answer, position = 'centre' }: DialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} withCloseButton={false} padding={0} centered={position === 'centre'}
      {...(position === 'low-right' ? { yOffset: '5vh', xOffset: '5vw', styles: { inner: { alignItems: 'flex-end', justifyContent: 'flex-end' } } } : {})}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1, style: { background: 'var(--scrim)' } }}>
      <div className="dialog-body">
        {/* Its own title part, an h2: the library names the dialog by this and by nothing else that is given to it. */}
        <Modal.Title>{title}</Modal.Title>
        {children}
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>{stay}</Button>
        {answer ? <Button onClick={answer.onChoose} loading={answer.isBusy ?? false} disabled={answer.isDisabled ?? false}>{answer.label}</Button> : null}
      </div>
    </Modal>
  )
}

/** Lines inside a dialog, each with an icon. */
export function DialogPoints({ children }: { children: ReactNode }) {
  return <ul className="dialog-points">{children}</ul>
}
