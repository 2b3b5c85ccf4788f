// What is taken in and what is not, by content alone; and that no bytes at all make the rules throw.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as sample from '../../../../test/sample-files.ts'
import { admitFile } from './admit.ts'
import { describeFiles, type KnownFile } from './attach.ts'
import { TYPES } from './kinds.ts'
import { dispositionOf, nameFile } from './names.ts'
import { rangeOf } from './range.ts'
import { sniff } from './sniff.ts'

const utf8 = (text: string) => Buffer.from(text)
const recorded = (file: string) => readFileSync(new URL(`../../../../test/fixtures/${file}`, import.meta.url))
const TRUE_FILES: Record<string, Buffer> = {
  png: sample.png(),
  jpeg: sample.jpeg(),
  gif: sample.gif(),
  webp: sample.webp(),
  pdf: sample.pdf(),
  text: utf8('姓名,电话\n小舟,1 < 2'),
  docx: sample.docx(),
  xlsx: sample.zip(['[Content_Types].xml', 'xl/workbook.xml']),
  pptx: sample.zip(['[Content_Types].xml', 'ppt/presentation.xml']),
  mp4: sample.mp4(),
  mov: sample.mp4('qt  '),
  m4a: sample.mp4('M4A '),
  webm: sample.webm(),
  weba: sample.webm('A_OPUS'),
  ogg: sample.ogg(),
  mp3: sample.mp3(),
  wav: sample.wav(),
}

describe('sniff', () => {
  test.each(Object.entries(TRUE_FILES))('knows %s', (type, content) => {
    expect(sniff(content)?.type).toBe(type)
  })
  it('covers every type there is', () => {
    expect(Object.keys(TRUE_FILES).sort()).toEqual(Object.keys(TYPES).sort())
  })
  it('reads the size of pictures from their header', () => {
    expect(sniff(sample.png(800, 600))?.size).toEqual({ width: 800, height: 600 })
    expect(sniff(sample.jpeg(4032, 3024))?.size).toEqual({ width: 4032, height: 3024 })
    expect(sniff(sample.gif())?.size).toEqual({ width: 1, height: 1 })
    expect(sniff(sample.webp(640, 480))?.size).toEqual({ width: 640, height: 480 })
  })
  test.each([
    ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['SVG behind a mark and spaces', utf8('\ufeff\n  <?xml version="1.0"?><svg/>')],
    ['HTML', utf8('<!doctype html><p>hi')],
    ['HTML after some text', utf8('Dear all\n<script src=x>')],
    ['XML', utf8('<?xml version="1.0"?><a/>')],
    ['a shell script', utf8('#!/bin/sh\nrm -rf /')],
    ['a batch file', utf8('@echo off')],
    ['PHP in text', utf8('hello <?php system(1)')],
    ['a Windows program', Buffer.concat([utf8('MZ'), Buffer.alloc(64)])],
    ['a Linux program', Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(64)])],
    ['a plain zip', sample.zip(['a.txt'])],
    ['a document with macros', sample.zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    ['a zip bomb', sample.zip(['[Content_Types].xml', 'word/document.xml'], 1_000_000_000)],
    ['a zip with something behind it', Buffer.concat([sample.docx(), utf8('more')])],
    ['a pixel bomb', sample.png(50_000, 50_000)],
    ['a picture of no size', sample.png(0, 5)],
    ['a GIF with a page behind it', sample.gif({ after: '<html><script>alert(1)</script>' })],
    ['a GIF with a page in its comment', sample.gif({ comment: '<script>alert(1)</script>' })],
    ['a JPEG with PHP at its end', Buffer.concat([sample.jpeg(), utf8('<?php system(1) ?>')])],
    ['a HEIC picture', sample.mp4('heic')],
    ['text with a zero in it', utf8('a\0b')],
    ['bytes that are no UTF-8', Buffer.from([0xc3, 0x28, 0x41])],
    ['nothing', Buffer.alloc(0)],
    ['only spaces', utf8('  \n')],
  ])('refuses %s', (_, content) => {
    expect(sniff(content)).toBeNull()
  })
  it('never throws: random bytes, behind every signature', () => {
    const signatures = Object.values(TRUE_FILES).map((content) => content.subarray(0, 12))
    const bytes = fc.tuple(fc.constantFrom(Buffer.alloc(0), ...signatures), fc.uint8Array({ maxLength: 400 }))
    fc.assert(
      fc.property(bytes, ([head, tail]) => {
        const found = sniff(Buffer.concat([head, tail]))
        if (found?.size) expect(found.size.width * found.size.height).toBeLessThanOrEqual(50_000_000)
      }),
      { numRuns: 3_000 },
    )
  })
  it('never throws: true files cut short or with bytes changed', () => {
    const files = [...Object.values(TRUE_FILES), recorded('voice-chromium.mp4')]
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.nat(255), (file, cut, at, value) => {
        const changed = Buffer.from(file)
        changed[at % changed.length] = value
        sniff(changed)
        sniff(file.subarray(0, cut % (file.length + 1)))
        sniff(changed.subarray(0, cut % (file.length + 1)))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('admitFile', () => {
  const refusal = (offered: Parameters<typeof admitFile>[0]) => {
    const made = admitFile(offered)
    return 'refused' in made ? made.refused : made.mime
  }
  it('refuses a lie, by type or by name', () => {
    expect(refusal({ content: sample.pdf(), claimed: 'image/png' })).toBe('file.type-refused')
    expect(refusal({ content: sample.png(), claimed: 'text/html' })).toBe('file.type-refused')
    expect(refusal({ content: sample.png(), claimed: 'image/svg+xml' })).toBe('file.type-refused')
    expect(refusal({ content: sample.pdf(), name: 'invoice.pdf.exe' })).toBe('file.type-refused')
    expect(refusal({ content: utf8('alert(1)'), name: 'a.js' })).toBe('file.type-refused')
  })
  // Recorded by Chromium’s MediaRecorder from its beeping stand-in for a microphone; Safari writes the second kind.
  test.each([
    ['voice-chromium.webm', 'audio/webm;codecs=opus', 'voice-message.webm', 'audio/webm'],
    ['voice-chromium.mp4', 'audio/mp4;codecs=opus', 'voice-message.m4a', 'audio/mp4'],
    ['voice-chromium.mp4', 'video/mp4', 'memo.mp4', 'audio/mp4'],
  ])('takes a voice note as browsers record it: %s as %s', (file, claimed, name, mime) => {
    const content = recorded(file)
    expect(admitFile({ content, claimed, name })).toEqual({ kind: 'audio', mime, name })
  })
  it('a film stays a film, also when it has sound', () => {
    const content = recorded('voice-chromium.mp4')
    const film = Buffer.from(content.toString('latin1').replace('soun', 'vide'), 'latin1')
    expect(admitFile({ content: film, claimed: 'video/mp4' })).toMatchObject({ kind: 'video', mime: 'video/mp4' })
    expect(admitFile({ content: film, claimed: 'audio/mp4' })).toMatchObject({ refused: 'file.type-refused' })
  })
  it('lets a picture go by another picture’s name, and gives it its own', () => {
    const made = admitFile({ content: sample.webp(), claimed: 'image/jpeg', name: 'mmexport1.jpg' })
    expect(made).toMatchObject({ mime: 'image/webp', name: 'mmexport1.webp', width: 6, height: 7 })
  })
  it('knows no claim from a lie', () => {
    for (const claimed of ['', 'application/octet-stream', 'Application/PDF; q=1'])
      expect(refusal({ content: sample.pdf(), claimed })).toBe('application/pdf')
  })
  it('holds pictures to ten megabytes and everything to twenty', () => {
    const picture = Buffer.concat([sample.png(), Buffer.alloc(10 * 1024 * 1024)])
    expect(refusal({ content: picture })).toBe('file.too-large')
    const letter = Buffer.concat([sample.pdf(), Buffer.alloc(10 * 1024 * 1024, 0x20)])
    expect(refusal({ content: letter })).toBe('application/pdf')
    expect(refusal({ content: Buffer.concat([letter, letter]) })).toBe('file.too-large')
  })
})

describe('names', () => {
  test.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\me\\shot.png', 'shot.png'],
    ['a\r\nSet-Cookie: b.png', 'aSet-Cookie_ b.png'],
    ['invoice\u202egnp.png', 'invoicegnp.png'],
    ['尺码表.png', '尺码表.png'],
    ['...', 'image.png'],
    ['no ending', 'no ending.png'],
    ['', 'image.png'],
  ])('%j becomes %j', (given, kept) => {
    expect(nameFile(TYPES.png, given)).toBe(kept)
  })
  it('are short, without a path or anything unseen, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = nameFile(TYPES.png, `${given}.png`)
        expect(name?.length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
        expect(name?.isWellFormed()).toBe(true)
        expect(dispositionOf('file', name ?? '')).toMatch(
          /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%!~-]+$/,
        )
      }),
    )
  })
})

describe('rangeOf', () => {
  test.each([
    [undefined, null],
    ['bytes=0-3', { from: 0, to: 3 }],
    ['bytes=4-', { from: 4, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=0-99', { from: 0, to: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-2', null],
    ['bytes=0-1,4-5', null],
  ])('%s of ten bytes', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range)
  })
})

describe('describeFiles', () => {
  const id = '019a0000-0000-7000-8000-000000000001'
  const file: KnownFile = { id, kind: 'image', mime: 'image/png', name: 'a.png', bytes: 9, width: 2, height: 3 }
  const known = new Map([[id, file]])
  it('keeps our words about a file and drops the client’s', () => {
    const said = {
      kind: 'image',
      fileId: id,
      url: 'https://evil.test/x',
      name: 'x.exe',
      mime: 'text/html',
      alt: 'A tear',
    } as const
    expect(describeFiles([said], known, false)).toEqual({
      parts: [
        { kind: 'image', fileId: id, name: 'a.png', mime: 'image/png', bytes: 9, width: 2, height: 3, alt: 'A tear' },
      ],
    })
  })
  it('refuses an address from customers, and lets colleagues link', () => {
    const linked = { kind: 'image', url: 'https://evil.test/x' } as const
    expect(describeFiles([linked], known, false)).toMatchObject({ refused: 'file.not-found', path: '/parts/0/fileId' })
    expect(describeFiles([linked], known, true)).toEqual({ parts: [linked] })
  })
  it('refuses a file shown as what it is not', () => {
    expect(describeFiles([{ kind: 'audio', fileId: id }], known, true)).toMatchObject({ refused: 'file.type-refused' })
    expect(describeFiles([{ kind: 'file', fileId: id }], known, true)).toMatchObject({ parts: [{ name: 'a.png' }] })
  })
})
