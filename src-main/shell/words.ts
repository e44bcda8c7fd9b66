import type { Problem } from '#core/contract/problem.ts'
import type { ChosenFiles } from '../host/shell.ts'

export type Language = keyof Problem['message']

/** The language a person chose in the window; before that, that of their system. */
export const languageOf = (preferred: unknown, system: string): Language =>
  preferred === 'zh' || preferred === 'en' ? preferred : system.toLowerCase().startsWith('zh') ? 'zh' : 'en'

/** What the desktop says outside the window: menus, the system's dialogs, the page of a window that has stopped. */
export interface DesktopWords {
  readonly name: string
  readonly menu: typeof zhMenu
  readonly files: {
    readonly title: Readonly<Record<ChosenFiles, string>>
    readonly kind: Readonly<Record<ChosenFiles, string>>
    readonly openLibrary: string
    readonly library: string
    readonly any: string
    readonly save: string
  }
  readonly hanging: { readonly message: string; readonly detail: string; readonly wait: string; readonly reload: string }
  /** Not even the page can be shown that says why. */
  readonly notShown: { readonly message: string; readonly detail: string; readonly close: string }
  readonly about: string
}

const zhMenu = {
  file: '文件(&F)', edit: '编辑(&E)', view: '视图(&V)', window: '窗口(&W)', help: '帮助(&H)',
  about: '关于对照', settings: '设置…', services: '服务', hide: '隐藏对照', hideOthers: '隐藏其他', unhide: '全部显示', quit: '退出对照',
  openFiles: '打开文件…', sample: '打开示例资料', newLibrary: '新建资料库…', openLibrary: '打开资料库…', recent: '最近打开的资料库', noRecent: '没有其他资料库', allRecent: '全部资料库…', exchange: '与同事交换…',
  newWindow: '新建窗口', close: '关闭窗口', print: '打印…', savePdf: '存储为 PDF…',
  undo: '撤销', redo: '重做', cut: '剪切', copy: '拷贝', paste: '粘贴', delete: '删除', selectAll: '全选', search: '检索全部报告', history: '更改历史', keepPoint: '记下恢复点',
  library: '资料库', quotations: '原文对照', counts: '频次与占比', structure: '结构', ranks: '主题位次', reader: '并排阅读', targets: '量化目标', searchView: '检索结果', summaries: '摘要矩阵', notes: '全部批注', phrases: '提法', versions: '版本比对', statistics: '统计', review: '核对存疑的识读', coders: '编码比较', codebook: '编码本',
  palette: '命令面板…', textSize: '引文字号', small: '小', normal: '中', large: '大', look: '明暗', light: '浅色', dark: '深色', system: '随系统', language: '界面语言', chinese: '中文', english: 'English',
  zoomIn: '放大', zoomOut: '缩小', actualSize: '实际大小', fullScreen: '全屏', reload: '重新载入', tools: '开发者工具',
  minimise: '最小化', zoom: '缩放', front: '前置全部窗口', guide: '导览：五分钟看懂对照', keys: '键盘一览', limits: '读取限额…', licences: '所用软件及其许可…'
}

const enMenu: typeof zhMenu = {
  file: '&File', edit: '&Edit', view: '&View', window: '&Window', help: '&Help',
  about: 'About Duizhao', settings: 'Settings…', services: 'Services', hide: 'Hide Duizhao', hideOthers: 'Hide Others', unhide: 'Show All', quit: 'Quit Duizhao',
  openFiles: 'Open Files…', sample: 'Open the Sample', newLibrary: 'New Library…', openLibrary: 'Open Library…', recent: 'Open Recent Library', noRecent: 'No Other Library', allRecent: 'All Libraries…', exchange: 'Exchange with Colleagues…',
  newWindow: 'New Window', close: 'Close Window', print: 'Print…', savePdf: 'Save as PDF…',
  undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', delete: 'Delete', selectAll: 'Select All', search: 'Search All Reports', history: 'History of Changes', keepPoint: 'Keep a Restore Point',
  library: 'Library', quotations: 'Quotations Side by Side', counts: 'Counts and Shares', structure: 'Structure', ranks: 'Theme Ranks', reader: 'Reader, Side by Side', targets: 'Targets', searchView: 'Search Results', summaries: 'Summary Matrix', notes: 'All Notes', phrases: 'Phrases', versions: 'Versions', statistics: 'Statistics', review: 'Review What Is Unsure', coders: 'Coders', codebook: 'Codebook',
  palette: 'Command Palette…', textSize: 'Size of Quotations', small: 'Small', normal: 'Medium', large: 'Large', look: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the System', language: 'Language', chinese: '中文', english: 'English',
  zoomIn: 'Zoom In', zoomOut: 'Zoom Out', actualSize: 'Actual Size', fullScreen: 'Full Screen', reload: 'Reload', tools: 'Developer Tools',
  minimise: 'Minimise', zoom: 'Zoom', front: 'Bring All to Front', guide: 'Guide: Duizhao in Five Minutes', keys: 'Keys', limits: 'Reading Limits…', licences: 'Software Used and Its Licences…'
}

export const desktopWords: Readonly<Record<Language, DesktopWords>> = {
  zh: {
    name: '对照',
    menu: zhMenu,
    files: {
      title: { reports: '打开报告', codebook: '导入编码本', exchange: '收下同事的文件' },
      kind: { reports: '报告', codebook: '编码本', exchange: '交换文件' },
      openLibrary: '打开资料库', library: '对照资料库', any: '所有文件', save: '存储'
    },
    hanging: {
      message: '窗口没有回应',
      detail: '可能正在处理大量内容，可以再等一等。也可以重新载入：已经存进资料库的都在，最近几秒里正在输入而尚未存下的可能丢失。',
      wait: '继续等待', reload: '重新载入'
    },
    notShown: {
      message: '窗口无法显示',
      detail: '窗口停止后，连说明原因的页面也无法显示，窗口将关闭。已经存进资料库的都在。请重新打开程序；如果仍然这样，请重新启动计算机或重新安装。',
      close: '关闭窗口'
    },
    about: '逐省比较政策报告，每句引文都回到原文。数据只在本机。MIT 许可。'
  },
  en: {
    name: 'Duizhao',
    menu: enMenu,
    files: {
      title: { reports: 'Open reports', codebook: 'Import a codebook', exchange: 'Take in a colleague’s file' },
      kind: { reports: 'Reports', codebook: 'Codebooks', exchange: 'Exchange files' },
      openLibrary: 'Open a library', library: 'Duizhao library', any: 'All files', save: 'Save'
    },
    hanging: {
      message: 'The window does not respond',
      detail: 'It may be at work on something large: you can wait a little. Or reload it: all that was saved is in the library; what was being typed in the last seconds and was not saved yet may be lost.',
      wait: 'Wait', reload: 'Reload'
    },
    notShown: {
      message: 'The window cannot be shown',
      detail: 'The window stopped, and not even the page that says why can be shown: it will be closed. All that was saved is in the library. Please open the program again; should that not help, restart the computer or install the program again.',
      close: 'Close the window'
    },
    about: 'Provincial policy reports side by side, every quotation traced to the original. Nothing leaves this computer. MIT licence.'
  }
}
