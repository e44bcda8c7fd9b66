import { describe, expect, it } from 'vitest'
import { choiceOf, choose, chosenColumns, columnName } from '../../../../src-renderer/screens/library/column-names.ts'

// 虚构样例
const headers = ['序号', '内容', '备注', '备 注', '', '部门，科室', '长'.repeat(201)]

describe('the columns of a sheet', () => {
  it('are named by their words, by number where a word is missing, doubled, or cannot be said', () => {
    expect(headers.map((_, column) => columnName(headers, column))).toEqual(['序号', '内容', '备注', '#4', '#5', '#6', '#7'])
    expect(columnName(headers, 9)).toBe('#10')
  })

  it('are chosen at first as the program proposes', () => {
    expect(choiceOf({ text: '内容', title: null, province: '#5', date: '没有这列' }, headers, 7)).toEqual({ text: 1, title: null, province: 4, date: null })
    expect(choiceOf(null, headers, 7)).toEqual({ text: null, title: null, province: null, date: null })
  })

  it('hold one thing each', () => {
    const choice = choose({ text: 1, title: 2, province: null, date: null }, 'date', 2)
    expect(choice).toEqual({ text: 1, title: null, province: null, date: 2 })
    expect(choose(choice, 'date', null)).toEqual({ text: 1, title: null, province: null, date: null })
  })

  it('are an answer only when one holds the text', () => {
    expect(chosenColumns({ text: null, title: 1, province: null, date: null }, headers)).toBe(null)
    expect(chosenColumns({ text: 1, title: null, province: 4, date: 0 }, headers)).toEqual({ text: '内容', title: null, province: '#5', date: '序号' })
  })
})
