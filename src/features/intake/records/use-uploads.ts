import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '#src/contract/api.ts'
import { ApiError, call, type ErrorCodeOf } from '#src/lib/call.ts'
import { upload } from '#src/lib/upload.ts'
import { documentsQuery } from '../first-report/document-query.ts'
import { previewQuery } from '../intake-query.ts'

export type Sending = { id: number; file: File; sent: number; /** Bytes a second since it began; null until half a second has passed. */ perSecond: number | null; failed: string | null }

/** A pace over less than this is chance. */
const paceAfterMs = 500

const uploadText: Record<ErrorCodeOf<typeof api.uploadRecord>, string> = {
  too_large: 'This file is larger than can be taken. Ask the laboratory for a file of the called variants only, or send it compressed.', not_authorised: 'Only a coordinator takes records in.', not_found: 'This intake is gone: it was taken in or discarded in another window.',
  invalid_request: 'The name of the file was not understood. Rename it and drop it again.', not_signed_in: 'You are signed out. Sign in, then try again.', unexpected: 'The file did not arrive, for a reason that should not happen. Try again.',
  unreachable: 'The connection broke before the file was there. Try again.',
}

/** Files on their way to the host, each with its own progress, cancel and retry: one that fails keeps all others. */
export function useUploads(intakeId: string) {
  const client = useQueryClient()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const running = useRef(new Map<number, AbortController>())
  const nextId = useRef(1)
  useEffect(() => {
    const all = running.current
    return () => { for (const one of all.values()) one.abort() }
  }, [])

  const change = (id: number, patch: Partial<Sending>) => setSending((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)))
  const remove = (id: number) => setSending((before) => before.filter((one) => one.id !== id))
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: previewQuery(intakeId).queryKey }), client.invalidateQueries({ queryKey: documentsQuery(intakeId).queryKey, exact: true })])

  async function start(id: number, file: File) {
    const controller = new AbortController()
    running.current.set(id, controller)
    change(id, { failed: null, sent: 0, perSecond: null })
    const began = performance.now()
    const paceOf = (sent: number, passed: number) => (passed < paceAfterMs ? null : (sent * 1000) / passed)
    try {
      await upload(api.uploadRecord, { params: { intakeId }, name: file.name.slice(0, 300), file, signal: controller.signal, onProgress: (sent) => change(id, { sent, perSecond: paceOf(sent, performance.now() - began) }) })
      await refresh()
      remove(id)
    } catch (error) {
      if (controller.signal.aborted) remove(id)
      else change(id, { failed: uploadText[error instanceof ApiError && error.code in uploadText ? (error.code as keyof typeof uploadText) : 'unexpected'] })
    } finally {
      running.current.delete(id)
    }
  }
  return {
    sending,
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ id: nextId.current++, file, sent: 0, perSecond: null, failed: null }))
      setSending((before) => [...before, ...added])
      for (const one of added) void start(one.id, one.file)
    },
    retry: (one: Sending) => void start(one.id, one.file),
    cancel: (one: Sending) => {
      const controller = running.current.get(one.id)
      if (controller) controller.abort()
      else remove(one.id)
    },
    /** Takes a file back that is on the host already. */
    removeRead: async (uploadId: string) => {
      await call(api.cancelUpload, { params: { intakeId, uploadId } })
      await refresh()
    },
  }
}
