// Stands in for @vscode/fs-copyfile, a native module that copies faster; the built-in Git extension does not start without it.
const fs = require('node:fs');

exports.copyFile = (from, to, mode) => fs.promises.copyFile(from, to, mode);
exports.copyFileSync = (from, to, mode) => fs.copyFileSync(from, to, mode);
exports.cp = (from, to, options) => fs.promises.cp(from, to, options);
exports.isCloneSupported = () => false;
exports.constants = fs.constants;
