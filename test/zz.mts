import PostalMime from 'postal-mime'
import { readMail } from '/work/main/src/engine/mail/read.ts'
const raw = Buffer.from('From: a@b.nl\r\nSubject: x\r\n\r\n'+'regel\r\n'.repeat(400_000))
for (let i=0;i<2;i++){ let t=performance.now(); await PostalMime.parse(raw); console.log('postal', performance.now()-t)
t=performance.now(); await readMail({raw,keywords:[]},new Set()); console.log('read', performance.now()-t) }
const b64 = Buffer.alloc(30*1024*1024,7).toString('base64').replace(/.{76}/g,'$&\r\n')
const big = Buffer.from('From: a@b.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhoi\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n'+b64+'\r\n--b--\r\n')
let t=performance.now(); let m=process.memoryUsage(); await PostalMime.parse(big); console.log('postal 30MB', performance.now()-t, (process.memoryUsage().rss-m.rss)/1e6)
t=performance.now(); await readMail({raw:big,keywords:[]},new Set()); console.log('read 30MB', performance.now()-t, process.memoryUsage().rss/1e6)
