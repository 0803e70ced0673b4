@echo off
rem Opens Closet; the first call sets it up.
cd /d "%~dp0"
py -3 tools\bootstrap.py --window || exit /b 1
.venv\Scripts\closet.exe %*
