import type { Words } from './zh.ts'

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const pluralText = (n: string, one: string, many: string): string => `${n} ${n === '1' ? one : many}`

/** Every sentence and word of the window, in English; the type keeps the keys those of `zh.ts`. */
export const en: Words = {
  name: 'Duizhao 对照',
  untitled: '(untitled)',
  noProvince: 'No jurisdiction',
  noDate: 'No date',
  yearInferred: 'year inferred',
  yearInferredShort: 'inferred',
  yearUnknown: 'year unknown',
  yearUnknownShort: 'no year',
  kinds: { framing: 'Framing', review: 'Review', plan: 'Plan', procedure: 'Procedure' },
  jurisdictionBasis: {
    title: 'from the title',
    dateline: 'from the dateline',
    body: 'from the text',
    officials: 'inferred from offices held',
    attribution: 'inferred from the attribution',
    'file-name': 'inferred from the file name',
    folder: 'inferred from the folder name',
    field: 'stated in a column of the sheet',
    sibling: 'inferred from another report of the file'
  },
  yearBasis: {
    text: 'year stated in the text',
    period: 'year inferred from a plan period',
    sibling: 'year inferred from another report of the file',
    'file-name': 'year inferred from the file name',
    folder: 'year inferred from the folder name',
    field: 'year stated in a column of the sheet',
    none: 'year unknown'
  },
  characters: (n) => pluralText(n, 'character', 'characters'),
  reports: (n) => pluralText(n, 'report', 'reports'),
  quotations: (n) => pluralText(n, 'quotation', 'quotations'),
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  paragraph: (n) => `paragraph ${n}`,
  page: (n) => `page ${n}`,
  pages: (first, last) => `pages ${first}–${last}`,
  recognisedMark: (percent) => `recognised ${percent} %`,
  quote: (text) => `“${text}”`,
  listComma: ', ',
  comma: ', ',

  frame: {
    library: 'Library',
    openRail: 'Open the library pane',
    closeRail: 'Close the library pane',
    language: 'Language',
    look: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'System',
    skip: 'Go to the comparison',
    saved: (time) => `Saved ${time}`,
    nothingSaved: 'The library is empty',
    offline: 'Offline · no network access',
    lost: 'The program has ended. What was saved is safe; open this window again from the program.',
    codebook: 'Codebook',
    notices: 'Notices',
    noNotices: 'No notices yet.',
    drop: 'Release to read these files',
    dropNote: 'They are read on this computer and go nowhere else.',
    opening: 'Opening the library…',
    broken: 'Something went wrong in this pane. The rest keeps working and no data is affected.',
    tryAgain: 'Load this pane again',
    notAdmitted:
      'The pass of this page was already used (reloading the page or copying its address does that). No data is affected: go back to the program and open the window again.',
    resizeRail: 'Resize the library pane',
    resizeSheet: 'Resize the source pane',
    saveDone: (file) => `Exported ${file}`,
    dismiss: 'Dismiss'
  },

  library: {
    open: 'Open files…',
    sample: 'Open the sample',
    firstTitle: 'Read the provinces side by side',
    firstText:
      'Open the text files of meeting reports or work reports. Duizhao lays out what each province says, in its own words, by theme; every sentence leads back to its line in the original.',
    firstNote: 'Everything stays on this computer, without a network. You can also drop files anywhere on the window.',
    sampleNote: 'Civil-affairs meetings of Zhejiang and Hubei, 2023',
    compared: (chosen, all) => `Comparing ${chosen} of ${all}`,
    all: 'All',
    none: 'None',
    find: 'Filter the reports',
    noneFound: 'No report matches.',
    list: 'Reports',
    themes: 'Themes',
    allThemes: 'Show all',
    themeCount: (n) => plural(n, 'quotation', 'quotations'),
    compare: (title) => `Compare: ${title}`,
    read: (title) => `Read: ${title}`,
    sharesOf: 'Space given to each theme'
  },

  imports: {
    reading: (file) => `Reading ${file}`,
    waiting: 'Getting ready…',
    preparing: (files) => `Taking in ${pluralText(files, 'file', 'files')}…`,
    progress: (done, total) => `${done} of ${pluralText(total, 'file', 'files')}`,
    cancel: 'Stop',
    ended: 'Reading finished',
    cancelled: 'Stopped; what was read before is kept',
    imported: (n) => `${plural(n, 'report', 'reports')} read`,
    already: 'Already in the library, nothing changed',
    failed: 'Not read',
    counts: (done, already, failed) =>
      [done > 0 ? `${done} read` : '', already > 0 ? `${already} already there` : '', failed > 0 ? `${failed} failed` : '']
        .filter((part) => part !== '')
        .join(' · '),
    tooLarge: 'The file is larger than 256 MB and was not read. Split it and open the parts.',
    unreadable: 'The system does not allow this file or folder to be read. Check its permissions and try again.',
    nothing: 'There are no files in what was dropped.'
  },

  matrix: {
    title: 'Comparison',
    quotations: 'Quotations',
    counts: 'Counts',
    view: 'View',
    corner: 'Themes × provinces',
    cornerReports: 'Themes × reports',
    covered: (share) => `${share} covered`,
    grouping: 'Columns',
    byReport: 'By report',
    byProvince: 'By province',
    filter: 'Filter words in the table',
    kinds: 'Kind of statement',
    allKinds: 'All statements',
    found: (n) => plural(n, 'hit', 'hits'),
    onlyMentioning: 'Only columns with text',
    absent: 'Not mentioned',
    absentFiltered: 'No matching quotation',
    more: (n, characters) => (n > 0 ? `Show ${n} more, ${characters} characters` : `Show ${characters} more characters`),
    unfold: 'Show all',
    less: 'Fold',
    copy: 'Copy with source',
    copied: 'Copied',
    openSource: 'See the source',
    onlyTheme: (name) => `Only ${name}`,
    mentions: (n, of) => `in ${n} of ${plural(of, 'column', 'columns')}`,
    sharedWith: (others) => `Also in ${others}`,
    target: 'Target',
    programme: 'Programme',
    nothingChosen: 'No report is chosen. Tick the reports to compare on the left.',
    tooMany: (chosen, limit) => `${chosen} reports are chosen; with these columns a table holds at most ${limit}.`,
    firstOnly: (limit) => `Compare only the first ${limit}`,
    nothingFound: 'No quotation matches the filters.',
    clear: 'Clear the filters',
    loading: 'Comparing…',
    keys: 'Arrows move · Enter opens the source · Space unfolds · Ctrl+arrow goes to the next cell with text'
  },

  counts: {
    measure: 'Measure',
    passages: 'Quotations',
    characters: 'Characters',
    share: 'Share',
    perThousand: 'Per 1,000',
    rank: 'Rank',
    theme: 'Theme',
    total: 'Total',
    difference: 'Difference',
    differenceOf: (a, b, inPoints) => `${a} − ${b}${inPoints ? ' (pp)' : ''}`,
    heat: 'Shading',
    sortBy: (name) => `Sort by ${name}`,
    none: '—',
    note: {
      passages: 'Quotations: stretches of neighbouring statements on the theme.',
      characters:
        'Characters: of the quotations, white space not counted. A statement may carry several themes, so the themes may add up to more than the text.',
      share:
        'Share: characters of the quotations ÷ characters of the report. A statement may carry several themes, so shares may add up to more than 100 %.',
      perThousand: 'Per 1,000: quotations ÷ characters of the report × 1,000.',
      rank: 'Rank: of the theme within its column, by characters; 1 has most.'
    },
    base: (columns, reports, characters) =>
      `n = ${pluralText(columns, 'column', 'columns')}, ${pluralText(reports, 'report', 'reports')}, ${characters} characters.`,
    baseColumn: 'Characters in all'
  },

  reader: {
    title: 'Source',
    text: 'Reading text',
    lines: 'Original lines',
    both: 'Both',
    form: 'Show',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    position: (at, of) => `${at} of ${of}`,
    hint: 'Click a sentence to see its characters in the original.',
    lineOf: (n) => `line ${n} of the original`,
    original: 'Original file',
    leftOver: 'Text of no report',
    leftOverNote: 'These characters of the original file belong to no report; none is lost.',
    structure: 'Structure of the text',
    loading: 'Fetching the source…',
    about: 'About the report',
    unknown: 'not in the text',
    fields: {
      jurisdiction: 'Jurisdiction',
      date: 'Date',
      meeting: 'Meeting',
      place: 'Venue',
      officials: 'Officials',
      reporter: 'Reporter',
      attribution: 'Attribution',
      documentNumber: 'Document no.',
      issuer: 'Issued by',
      file: 'File',
      hash: 'SHA-256',
      encoding: 'Encoding',
      confidence: 'Confidence of bounds'
    }
  },

  search: {
    label: 'Search all reports',
    searching: 'Searching…',
    none: (query) => `“${query}” is in none of the reports.`,
    total: (hits, reports) => `${pluralText(hits, 'hit', 'hits')} in ${pluralText(reports, 'report', 'reports')}`,
    more: (n) => `${n} more`
  },

  exporting: {
    button: 'Export table',
    xlsx: 'Excel workbook',
    csv: 'CSV table',
    md: 'Markdown',
    html: 'Web page',
    json: 'JSON data',
    busy: 'Exporting…'
  }
}
