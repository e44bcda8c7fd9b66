import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

// The whole bridge: plain JSON in, plain JSON out, over one call channel and one event channel.
contextBridge.exposeInMainWorld('duizhao', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('duizhao:call', name, input),
  on: (listener: (name: string, payload: unknown) => void): (() => void) => {
    const relay = (_event: IpcRendererEvent, name: string, payload: unknown): void => listener(name, payload)
    ipcRenderer.on('duizhao:event', relay)
    return () => ipcRenderer.off('duizhao:event', relay)
  }
})
