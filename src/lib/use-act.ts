import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { BodyOf, Endpoint, ParamsOf, ResponseOf } from '#src/contract/endpoint.ts'
import { call, type ErrorOf, type InputOf } from './call.ts'
import { newCommandId } from './command-id.ts'

type ActEndpoint = Endpoint & { body: z.ZodObject<{ commandId: z.ZodString }> }
export type ActInput<E extends ActEndpoint> = { params?: Omit<ParamsOf<E>, 'caseId'>; body: Omit<BodyOf<E>, 'commandId'> }

/**
 * An act of a person on a case. While no answer came, the same act keeps its command id, so that a retry is harmless; any answer ends it.
 * Afterwards everything read of the case is asked for again.
 */
export function useAct<E extends ActEndpoint>(endpoint: E, caseId: string) {
  const client = useQueryClient()
  const kept = useRef<{ of: string; id: string } | null>(null)
  return useMutation<ResponseOf<E>, ErrorOf<E>, ActInput<E>>({
    mutationFn: (input) => {
      const of = JSON.stringify(input)
      const id = kept.current?.of === of ? kept.current.id : newCommandId()
      kept.current = { of, id }
      const whole = { params: { ...input.params, caseId }, body: { ...input.body, commandId: id } }
      return call(endpoint, whole as unknown as InputOf<E>) // ActInput and the two fields added here are together the endpoint's input
    },
    onSettled: (_answer, error) => {
      if (error?.code !== 'unreachable') kept.current = null
      return Promise.all([client.invalidateQueries({ queryKey: ['case', caseId] }), client.invalidateQueries({ queryKey: ['worklist'] })])
    },
  })
}
