/** Words of a person's coding. */
export const codingZh = {
  here: '这里的主题',
  none: '未归入主题',
  choose: '改主题',
  chooseHint: '把这几句归入或移出某个主题（T）',
  sentences: (n: number, of: number) => `${n}／${of} 句`,
  byProgram: '程序读出',
  byHand: '我的归类',
  rejected: '我已移出',
  byOther: (coder: string) => `${coder === 'person' ? '本库' : coder}的归类`,
  rejectedByOther: (coder: string) => `${coder === 'person' ? '本库' : coder}已移出`,
  assign: (theme: string) => `属于${theme}`,
  reject: (theme: string) => `不属于${theme}`,
  takeBack: (theme: string) => `撤回我对${theme}的判断`,
  notThis: '不属于这一主题'
}

export const codingEn: typeof codingZh = {
  here: 'Themes here',
  none: 'no theme',
  choose: 'Change themes',
  chooseHint: 'Put these sentences under a theme, or take them out of one (T)',
  sentences: (n, of) => `${n}/${of} sentences`,
  byProgram: 'read by the program',
  byHand: 'assigned by me',
  rejected: 'taken out by me',
  byOther: (coder) => `assigned by ${coder === 'person' ? 'this library’s person' : coder}`,
  rejectedByOther: (coder) => `taken out by ${coder === 'person' ? 'this library’s person' : coder}`,
  assign: (theme) => `About ${theme}`,
  reject: (theme) => `Not about ${theme}`,
  takeBack: (theme) => `Take back my decision on ${theme}`,
  notThis: 'Not about this theme'
}
