import { aroundEn } from './around.ts'
import { articlesEn } from './articles.ts'
import { figuresEn } from './figures.ts'
import { libraryTableEn } from './library-table.ts'
import { matrixViewEn } from './matrix-view.ts'
import { codersEn } from './coders.ts'
import { codebookScreenEn } from './codebook-screen.ts'
import { reviewEn } from './review.ts'
import { versionsEn } from './versions.ts'
import { codebooksEn } from './codebooks.ts'
import { codingEn } from './coding.ts'
import { readingsEn } from './readings.ts'
import { phrasesEn } from './phrases.ts'
import { statisticsEn } from './statistics.ts'
import { summariesEn } from './summaries.ts'
import { notesEn } from './notes.ts'
import { readerEn } from './reader.ts'
import { searchingEn } from './searching.ts'
import { targetsEn } from './targets.ts'
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
    person: 'put right by hand',
    sibling: 'inferred from another report of the file'
  },
  yearBasis: {
    text: 'year stated in the text',
    period: 'year inferred from a plan period',
    sibling: 'year inferred from another report of the file',
    'file-name': 'year inferred from the file name',
    folder: 'year inferred from the folder name',
    field: 'year stated in a column of the sheet',
    person: 'date put right by hand',
    none: 'year unknown'
  },
  characters: (n) => pluralText(n, 'character', 'characters'),
  reports: (n) => pluralText(n, 'report', 'reports'),
  quotations: (n) => pluralText(n, 'quotation', 'quotations'),
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  page: (n) => `page ${n}`,
  pages: (first, last) => `pages ${first}–${last}`,
  recognisedMark: (percent) => `recognised ${percent} %`,
  recognisedNote: 'These words were recognised from a picture; the figure says how surely. Check them against the picture of the original before you quote.',
  quote: (text) => `“${text}”`,
  listComma: ', ',
  comma: ', ',
  inBrackets: (text) => ` (${text})`,

  libraryTable: libraryTableEn,
  articles: articlesEn,
  matrixView: matrixViewEn,
  notes: notesEn,
  figures: figuresEn,
  coders: codersEn,
  statistics: statisticsEn,
  phrases: phrasesEn,
  review: reviewEn,
  versions: versionsEn,

  codebooks: codebooksEn,
  codebookScreen: codebookScreenEn,
  coding: codingEn,
  readings: readingsEn,
  summaries: summariesEn,
  readerView: readerEn,
  targets: targetsEn,
  searching: searchingEn,
  around: aroundEn,

  views: {
    nav: 'Views',
    library: 'Library',
    comparison: 'Comparison',
    quotations: 'Quotations',
    summaries: 'Summaries',
    counts: 'Counts',
    structure: 'Structure',
    ranks: 'Ranks',
    reader: 'Side by side',
    targets: 'Targets',
    search: 'Search',
    settings: 'Settings',
    notes: 'Notes',
    coders: 'Coders',
    statistics: 'Statistics',
    phrases: 'Phrases',
    codebook: 'Codebook',
    review: 'Review',
    versions: 'Versions'
  },

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
    moved: (path) => `The library file was moved or renamed; put it back before you go on: ${path}`,
    lost: 'The program has ended. What was saved is safe; open this window again from the program.',
    codebook: 'Codebook',
    notices: 'Notices',
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
    listing: 'Fetching the list of reports…',
    allInBin: {
      title: 'All reports are in the bin',
      text: (n) => `${n === '1' ? 'The 1 report of this library is' : `All ${n} reports of this library are`} in the bin. Nothing is lost: the originals, notes and corrections are still there and can be restored.`,
      open: 'Open the bin',
      restore: 'Restore all'
    },
    open: 'Open files…',
    sample: 'Open the sample',
    firstTitle: 'Read the provinces side by side',
    firstText:
      'Open the files of meeting reports or work reports. Duizhao lays out what each province says, in its own words, by theme; every sentence leads back to its characters in the original.',
    formats: 'It reads text, Word, PDF, web pages, OFD, scans, sheets and archives; whole folders too.',
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
    sharesOf: 'Space given to each theme',
    same: 'same',
    version: 'version',
    sameAs: (other) => `The same report as ${other}`,
    versionOf: (other) => `Another version of ${other}`
  },

  imports: {
    reading: (file) => `Reading ${file}`,
    waiting: 'Getting ready…',
    preparing: (done, files) => `Taking in ${pluralText(files, 'file', 'files')}, ${done} done`,
    progress: (done, total) => `${done} of ${pluralText(total, 'file', 'files')}`,
    cancel: 'Stop',
    cancelled: 'Stopped; what was read before is kept',
    imported: (n) => `${plural(n, 'report', 'reports')} read`,
    already: 'Already in the library, nothing changed',
    failed: 'Not read',
    counts: ({ done, already, failed, asking }) =>
      [
        done > 0 ? `${done} read` : '',
        already > 0 ? `${already} already there` : '',
        asking > 0 ? `${asking} to confirm` : '',
        failed > 0 ? `${failed} failed` : ''
      ]
        .filter((part) => part !== '')
        .join(' · '),
    recognising: (page, pages, percent) =>
      page === 0 ? `Recognition begins, ${plural(pages, 'page', 'pages')}` : `Recognised ${page} of ${plural(pages, 'page', 'pages')}${percent === null ? '' : ` · ${percent} %`}`,
    recognisedSoFar: 'Recognised text',
    widen: 'Raise the limits…',
    duplicates: (n) => `${plural(n, 'likely duplicate', 'likely duplicates')} in the library`,
    seeDuplicates: 'See likely duplicates…',
    tooLarge: 'The file is larger than 256 MB and was not read. Split it and open the parts.',
    unreadable: 'The system does not allow this file or folder to be read. Check its permissions and try again.'
  },

  sheets: {
    waiting: 'Its columns need confirming',
    confirm: 'Confirm columns…',
    confirmed: 'Columns confirmed',
    title: 'What do the columns hold?',
    text: (file) => `${file}: each row becomes a report. Say which column holds the text; choose “none” for what the sheet does not have.`,
    meanings: { text: 'Text', title: 'Title', province: 'Province', date: 'Date' },
    required: 'required',
    none: 'none',
    choose: 'choose',
    column: (n) => `column ${n}`,
    sample: 'First rows of the sheet',
    noSample: 'There is nothing below the header.',
    needsText: 'Choose the column that holds the text first.',
    read: 'Read this sheet',
    reading: 'Handing it over…',
    later: 'Later',
    left: (n) => `${plural(n, 'more sheet', 'more sheets')} to confirm after this one`
  },

  duplicates: {
    line: (n) => plural(n, 'likely duplicate', 'likely duplicates'),
    title: 'Likely duplicates',
    note: 'The two of each pair share most of their text, or one stands almost whole in the other. The program merges and deletes nothing by itself: what they are to each other is for you to say.',
    alike: (percent) => `${percent} % alike`,
    same: 'The same report',
    version: 'Two versions of one report',
    different: 'Different reports',
    decided: (what) => `Decided: ${what}`,
    undo: 'Undo',
    pair: (n) => `Pair ${n}`,
    none: 'No likely duplicates are left to decide.',
    more: (n) => `${plural(n, 'more pair', 'more pairs')}, listed when those above are decided.`,
    sameNote: 'The one that was read later no longer joins the comparison by itself; both stay in the library.',
    read: 'Read',
    close: 'Close'
  },

  limits: {
    button: (megabytes, seconds) => `Limits ${megabytes} MB · ${seconds} s`,
    title: 'Reading limits',
    note: 'A file that exceeds a limit is given up; other files are not affected. When a large file is not finished, raise the limits and open it again.',
    megabytes: 'Memory (MB)',
    seconds: 'Time for a file (seconds)',
    pageSeconds: 'Time to recognise a page (seconds)',
    between: (least, most) => `Enter a whole number from ${least} to ${most}.`,
    standard: 'Default',
    save: 'Save',
    saving: 'Saving…'
  },

  matrix: {
    title: 'Comparison',
    view: 'View',
    corners: { province: 'Themes × provinces', report: 'Themes × reports', year: 'Themes × years', region: 'Themes × regions' },
    covered: (share) => `${share} covered`,
    grouping: 'Columns',
    byReport: 'By report',
    byProvince: 'By province',
    byYear: 'By year',
    byRegion: 'By region',
    yearOf: (year) => year,
    filter: 'Filter words in the table',
    kinds: 'Kind of statement',
    found: (n) => plural(n, 'hit', 'hits'),
    onlyMentioning: 'Only columns with text',
    absent: 'Not mentioned',
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
    loading: 'Comparing…'
  },

  reader: {
    title: 'Source',
    text: 'Reading text',
    lines: 'Original lines',
    paragraphs: 'Original paragraphs',
    original: 'Original',
    both: 'Both',
    form: 'Show',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    position: (at, of) => `${at} of ${of}`,
    hint: 'Click a sentence to see its characters in the original.',
    lineOf: (n) => `line ${n} of the original`,
    paragraphOf: (n) => `paragraph ${n} of the original`,
    originalForm: 'Show the original as',
    asPages: 'Pages',
    asLines: 'Lines',
    pageAt: (page, pages) => `page ${page} of ${pages}`,
    zoomIn: 'Zoom in (+)',
    zoomOut: 'Zoom out (−)',
    fitWidth: 'Fit width (0)',
    pageLoading: 'Fetching the page…',
    schematic: 'This format has no picture of its pages: they are drawn from the places of the text.',
    lowConfidence: 'less than 80 % sure: check it against the picture',
    confidenceOf: (percent) => `recognised with ${percent} % confidence`,
    roles: {
      header: 'header',
      footer: 'footer',
      'page-number': 'page no.',
      footnote: 'footnote',
      cell: 'table',
      byline: 'byline',
      'publication-date': 'date',
      publisher: 'publisher',
      attachment: 'attachment',
      field: 'column'
    },
    warnings: 'Notes on reading',
    encodingBusy: 'Reading again in this encoding…',
    chooseEncoding: 'Read again in another encoding',
    links: 'Related',
    unlink: 'Undo',
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
      confidence: 'Confidence of bounds'
    }
  },

  search: {
    label: 'Search all reports',
    searching: 'Searching…',
    none: (query) => `“${query}” is in none of the reports.`,
    more: (n) => `${n} more`
  },

  exporting: {
    button: 'Export table',
    xlsx: 'Excel workbook',
    csv: 'CSV table',
    md: 'Markdown',
    html: 'Web page',
    json: 'JSON data',
    paper: { docx: 'Tables for a paper, Word', xlsx: 'Tables for a paper, Excel' },
    busy: 'Exporting…'
  }
}
