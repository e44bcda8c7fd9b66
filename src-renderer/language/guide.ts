type Step = 'sample' | 'cell' | 'source' | 'absence' | 'counts' | 'reader' | 'search' | 'export'

/** The guide on the sample. */
export const guideZh = {
  title: '导览',
  step: (at: number, of: number) => `${at} / ${of}`,
  next: '下一步',
  back: '上一步',
  go: '带我去',
  leave: '离开',
  leaveNote: '随时可以从“命令面板 → 导览”接着看。',
  done: '完成',
  waiting: '照着做，或按“下一步”。',
  steps: {
    sample: ['打开示例资料', '点“打开示例资料”。这是一张报纸版面上浙江、湖北两省的民政工作会议报道。'],
    cell: ['看一格', '每一行是一个主题，每一列是一份报告。点“养老服务”一行里的任意一句引文。'],
    source: ['回到原件', '右边是原文栏：阅读文本与原始行，同一句话都标出来了。看过之后按 Esc 收起。'],
    absence: ['没有也是发现', '虚线格写着“未提及”。请先读过原文，再把它标为“已核实”：以后凡引用这个空格，都有你的判断作依据。'],
    counts: ['数一数', '切换到“频次”：条数、字数、占比、每千字与位次，n 和基数都印在表下。'],
    reader: ['并排阅读', '切换到“并排阅读”：两份全文按主题对齐，同一主题之间有连线。'],
    search: ['检索一个词', '按 / 检索“养老服务”，两个字、一个字也能查。每一处都能跳到原文。'],
    export: ['带走', '点“导出对照表”，选一种格式。出处随每一句引文写进文件。']
  } as Record<Step, readonly [title: string, text: string]>
}

export const guideEn: typeof guideZh = {
  title: 'Guide',
  step: (at, of) => `${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  go: 'Take me there',
  leave: 'Leave',
  leaveNote: 'It can be taken up again from the command palette at any time.',
  done: 'Finish',
  waiting: 'Do it, or press “Next”.',
  steps: {
    sample: ['Open the sample', 'Choose “Open the sample”: reports of the civil-affairs meetings of Zhejiang and Hubei, from one newspaper page.'],
    cell: ['Look at a cell', 'Each row is a theme, each column a report. Click any quotation in the row 养老服务 (Elderly care).'],
    source: ['Back to the original', 'On the right is the source: reading text and original lines, the same words marked in both. Press Esc when you have seen it.'],
    absence: ['Absence is a finding', 'A dashed cell says “Not mentioned”. Read the source first, then mark it as verified: whoever cites the empty cell has your word for it.'],
    counts: ['Count', 'Switch to “Counts”: quotations, characters, share, per thousand and rank, with n and base printed below.'],
    reader: ['Read side by side', 'Switch to the reader: two full texts level by theme, with bands between what is on the same theme.'],
    search: ['Search for a word', 'Press / and search for 养老服务; words of one or two characters work too. Each hit leads to its place.'],
    export: ['Take it along', 'Choose “Export table” and a format. The origin of every quotation goes with it.']
  }
}
