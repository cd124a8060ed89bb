// Spectron starts this file as ChromeDriver. It hands over to the one that belongs to the browser under test.
const { spawn } = require('node:child_process');

const driver = process.env.CHROMEDRIVER_PATH ?? '/usr/bin/chromedriver';
const child = spawn(driver, process.argv.slice(2), { stdio: 'inherit' });

child.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
process.on('exit', () => child.kill());
