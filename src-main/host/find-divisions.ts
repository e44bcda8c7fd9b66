import type { Handlers } from '#core/contract/calls.ts'
import type { DivisionChoice } from '#core/contract/division-calls.ts'
import { findDivisions } from '#core/places/find-divisions.ts'
import { NATIONAL } from '#core/report/divisions.ts'
import { referenceContext } from './reference.ts'

export function divisionHandlers(): Pick<Handlers, 'divisions.find'> {
  return {
    'divisions.find': ({ text, limit }) => {
      const { gazetteer } = referenceContext()
      const places = findDivisions(gazetteer, text, limit).map(
        ({ code, name, level, province, isFormer }): DivisionChoice => ({
          code,
          name,
          level,
          province: { code: province.code, name: province.name },
          isFormer: isFormer === true
        })
      )
      return isNational(text) ? [{ ...NATIONAL, isFormer: false }, ...places].slice(0, limit) : places
    }
  }
}

/** 全国, 中国, 国家, 000000 as they are typed; and among what is offered before anything is. */
const isNational = (text: string): boolean => {
  const typed = text.trim()
  return ['全国', '中国', '国家', NATIONAL.code].some((name) => name.startsWith(typed))
}
