import { describe, expect, it } from 'vitest'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { readMetadata } from '#core/report/metadata.ts'
import { divisions } from '../../../src-main/host/divisions.ts'
import { articleOf } from './invented-article.ts'
import { metadataSamples, type MetadataSample } from './metadata-samples.ts'

const gazetteer = buildGazetteer(divisions)

function read({ title, text }: MetadataSample): Omit<MetadataSample, 'title' | 'text'> {
  const article = { ...articleOf(text), title: { text: title, spans: [] } }
  const { jurisdiction, date, officials } = readMetadata([article], '', gazetteer)[0]!
  return {
    province: jurisdiction === null ? null : (jurisdiction.province?.name ?? jurisdiction.name),
    date: date === null ? null : `${date.asWritten} ${date.iso ?? '?'}`,
    officials: officials.map(({ name, title: office }) => `${office ?? '—'} ${name}`)
  }
}

describe('what reports of many kinds say of themselves (虚构样例)', () => {
  it.each(metadataSamples.map((sample) => [sample.title, sample] as const))('%s', (_, sample) => {
    const { province, date, officials } = sample
    expect(read(sample)).toEqual({ province, date, officials })
  })
})
