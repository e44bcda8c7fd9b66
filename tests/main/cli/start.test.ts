import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasDisplay } from '../../../src-main/cli/open-page.ts'
import { hindranceBefore, sayWhy } from '../../../src-main/cli/shell-choice.ts'
import { defaultLibraryPath } from '../../../src-main/host/default-library.ts'

describe('what npm start does where Electron cannot run', () => {
  it('tells before trying: no display, or root on Linux', () => {
    expect(hindranceBefore({ platform: 'linux', uid: 0, hasDisplay: false })).toBe('no-display')
    expect(hindranceBefore({ platform: 'linux', uid: 0, hasDisplay: true })).toBe('root')
    expect(hindranceBefore({ platform: 'linux', uid: 1000, hasDisplay: true })).toBeNull()
    expect(hindranceBefore({ platform: 'darwin', uid: 0, hasDisplay: true })).toBeNull()
    expect(hindranceBefore({ platform: 'win32', uid: -1, hasDisplay: true })).toBeNull()
  })

  it('knows a display by X11 or Wayland on Linux, and takes one for granted elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })

  it('says why in one sentence a language, and names ELECTRON_MIRROR where a download was blocked', () => {
    expect(sayWhy('runtime-missing')).toContain('ELECTRON_MIRROR')
    for (const hindrance of ['no-display', 'root', 'runtime-missing', 'did-not-start'] as const) {
      expect(sayWhy(hindrance).split('\n')).toHaveLength(2)
    }
  })
})

describe('where the library lives when none is named', () => {
  it('follows each system’s custom', () => {
    expect(defaultLibraryPath({ platform: 'linux', home: '/h', env: {} })).toBe(join('/h', '.local', 'share', 'duizhao', 'library.duizhao'))
    expect(defaultLibraryPath({ platform: 'linux', home: '/h', env: { XDG_DATA_HOME: '/x' } })).toBe(join('/x', 'duizhao', 'library.duizhao'))
    expect(defaultLibraryPath({ platform: 'darwin', home: '/h', env: {} })).toContain('Application Support')
    expect(defaultLibraryPath({ platform: 'win32', home: 'h', env: { APPDATA: 'a' } })).toBe(join('a', 'duizhao', 'library.duizhao'))
    expect(defaultLibraryPath({ platform: 'linux', home: '/h', env: { DUIZHAO_LIBRARY: '/l.duizhao' } })).toBe('/l.duizhao')
  })
})
