import { describe, expect, it } from 'vitest'
import { readDocumentNumber, readIssuer } from '#core/report/document-number.ts'

const province = { code: '330000', name: '浙江省' }
const jurisdiction = { ...province, level: 'province' as const, province, basis: 'title' as const }

describe('发文字号 (虚构样例)', () => {
  it('stands alone, in the furniture or near the head', () => {
    expect(readDocumentNumber([{ kind: 'document-number', text: '某民养〔2023〕12号', spans: [] }], '')).toBe('某民养〔2023〕12号')
    expect(readDocumentNumber([], '某民发[2024]3号\n各市民政局：')).toBe('某民发[2024]3号')
  })

  it('is not one that the text only cites', () => {
    expect(readDocumentNumber([], '根据某发〔2014〕47号文件精神，现通知如下。')).toBeNull()
    expect(readDocumentNumber([], '《公告》（某部2025年第4号公告）已发布。')).toBeNull()
  })
})

describe('发文机关 (虚构样例)', () => {
  const issuer = (title: string, text: string, documentNumber: string | null = null) => readIssuer(title, text, { documentNumber, jurisdiction })

  it('opens the headline or signs at the end', () => {
    expect(issuer('某省民政厅关于加强临时救助工作的通知', '')).toBe('某省民政厅')
    expect(issuer('关于印发办法的通知', '现予印发。\n某省民政厅\n2023年3月15日', '某民发〔2023〕1号')).toBe('某省民政厅')
  })

  it('of a work report is the government that reports, with its division', () => {
    expect(issuer('政府工作报告', '各位代表：现在，我代表省人民政府，向大会报告工作。')).toBe('浙江省人民政府')
    expect(issuer('政府工作报告', '现在，我代表国务院，向大会报告政府工作。')).toBe('国务院')
  })

  it('is none for a news report', () => {
    expect(issuer('某省召开会议', '会议强调，抓好落实。')).toBeNull()
  })
})
