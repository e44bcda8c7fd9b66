/** Why the desktop shell cannot run here; each has one sentence for the user. */
export type Hindrance = 'no-display' | 'root' | 'runtime-missing' | 'did-not-start'

/** What can be told before trying. The sandbox is never switched off, so root on Linux cannot run it. */
export function hindranceBefore(machine: { platform: NodeJS.Platform; uid: number; hasDisplay: boolean }): Hindrance | null {
  if (!machine.hasDisplay) return 'no-display'
  if (machine.platform === 'linux' && machine.uid === 0) return 'root'
  return null
}

const sentences: Readonly<Record<Hindrance, { zh: string; en: string }>> = {
  'no-display': {
    zh: '此处没有显示器，请在本机浏览器中打开下面的地址。',
    en: 'There is no display here: open the address below in a browser on this machine.'
  },
  root: {
    zh: '桌面窗口的沙箱不能以 root 身份运行，已改在浏览器窗口中打开。',
    en: 'The desktop window is sandboxed and cannot run as root, so it opens in a browser window instead.'
  },
  'runtime-missing': {
    zh: 'Electron 运行时未能下载（可把环境变量 ELECTRON_MIRROR 设为能访问的镜像后重试），已改在浏览器窗口中打开。',
    en: 'The Electron runtime could not be downloaded (set ELECTRON_MIRROR to a mirror you can reach and try again), so it opens in a browser window instead.'
  },
  'did-not-start': {
    zh: '桌面窗口未能启动（通常是系统不允许其沙箱），已改在浏览器窗口中打开。',
    en: 'The desktop window did not start (usually because the system forbids its sandbox), so it opens in a browser window instead.'
  }
}

export function sayWhy(hindrance: Hindrance): string {
  return `${sentences[hindrance].zh}\n${sentences[hindrance].en}`
}
