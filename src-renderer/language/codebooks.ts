/** Codebooks: which one is in use, and the screen where they are worked on. */
export const codebooksZh = {
  choose: '全库按这个编码本显示',
  shipped: '随程序提供',
  own: '自己的',
  themes: (n: string) => `${n} 个主题`,
  uncoded: (n: string) => `${n} 份待编码`,
  current: '当前',
  edit: '查看、修改编码本…',
  use: (name: string) => `换用编码本：${name}`,
  coding: (name: string, done: string, total: string) => `按《${name}》编码：${done} / ${total} 份`,
  coded: (name: string) => `已按《${name}》编码全部报告。`,
  codingStopped: (name: string) => `按《${name}》编码已停下，资料库仍用原来的编码本；编好的留着，下次接着来。`
}

export const codebooksEn: typeof codebooksZh = {
  choose: 'Show the library by this codebook',
  shipped: 'comes with the program',
  own: 'your own',
  themes: (n) => `${n} ${n === '1' ? 'theme' : 'themes'}`,
  uncoded: (n) => `${n} to code`,
  current: 'in use',
  edit: 'See and change the codebook…',
  use: (name) => `Use the codebook: ${name}`,
  coding: (name, done, total) => `Coding by “${name}”: ${done} of ${total}`,
  coded: (name) => `All reports are coded by “${name}”.`,
  codingStopped: (name) => `Coding by “${name}” was stopped; the library keeps the codebook it had. What was coded is kept for the next time.`
}
