@echo off
rem Every test, offscreen, with the coverage gate.
cd /d "%~dp0"
py -3 tools\bootstrap.py || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\python.exe -m pytest --cov --cov-report=term:skip-covered || exit /b 1
.venv\Scripts\python.exe -m coverage report --include=closet_app/domain/* --fail-under=100
