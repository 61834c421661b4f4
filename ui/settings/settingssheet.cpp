// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingssheet.h"

#include "ui/settings/generalpage.h"
#include "ui/shared/errortext.h"
#include "ui/shared/icons.h"
#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 1060;
constexpr int sectionsWidth = 150;
constexpr int sectionHeight = 30;
constexpr int lowest = 400;
constexpr int highest = 700;
constexpr int besidePages = 190; // head, foot and margins

} // namespace

SettingsSheet::SettingsSheet(const Parts &parts, QWidget *window)
    : Sheet(window)
    , m_sections(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_patterns(new PatternsPage(parts.patterns, parts.lane, this))
    , m_noteSign(new QLabel(this))
    , m_note(new QLabel(this))
    , m_discard(new QPushButton(tr("Discard changes"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setPanelWidth(widest);
    setAccessibleName(tr("Settings"));
    auto *const title = new SheetHead(this);
    title->setTitle(tr("Settings"));
    title->setSubtitle(tr("of Falconer on this computer, whatever the server"));
    head()->addWidget(title);
    addSection(tr("General"), new GeneralPage(parts.theme, parts.notifier, this));
    addSection(tr("Device messages"), m_patterns);
    createBody();
    createFoot();
    showSection(Section::DeviceMessages);
    setFirstField(m_sections);
    updateFoot();
    fitPages(window->window()->height());
}

void SettingsSheet::addSection(const QString &title, QWidget *page)
{
    auto *const item = new QListWidgetItem(title, m_sections);
    item->setSizeHint(QSize(0, sectionHeight));
    m_pages->addWidget(page);
}

void SettingsSheet::createBody()
{
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFixedWidth(sectionsWidth);
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setProperty("look", u"sections"_s);
    auto *const line = newSheetLine(this);
    line->setMinimumHeight(0);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    line->setFixedWidth(1);
    auto *const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sections);
    row->addWidget(line);
    row->addWidget(m_pages, 1);
    body()->addLayout(row);
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_patterns, &PatternsPage::edited, this, &SettingsSheet::updateFoot);
    connect(m_patterns, &PatternsPage::fileFailed, this,
        [this](const Error &error) { say(Tone::Failure, errorText(error).sentence); });
}

void SettingsSheet::createFoot()
{
    m_note->setObjectName(u"note"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_discard->setObjectName(u"discard"_s);
    m_close->setObjectName(u"close"_s);
    m_save->setObjectName(u"save"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_noteSign);
    row->addWidget(m_note, 1);
    for (QPushButton *const button : { m_discard, m_close, m_save })
        row->addWidget(button);
    foot()->addLayout(row);
    connect(m_discard, &QPushButton::clicked, m_patterns, &PatternsPage::discard);
    connect(m_close, &QPushButton::clicked, this, &Sheet::reject);
    connect(m_save, &QPushButton::clicked, this, &SettingsSheet::save);
}

void SettingsSheet::showSection(Section section)
{
    m_sections->setCurrentRow(int(section));
}

void SettingsSheet::save()
{
    const Result<void> saved = m_patterns->save();
    updateFoot();
    if (!saved)
        return say(Tone::Failure, errorText(saved.error()).sentence);
    say(Tone::Success, tr("Saved, and in use."));
    m_close->setFocus(Qt::OtherFocusReason);
}

void SettingsSheet::updateFoot()
{
    const bool isEdited = m_patterns->isEdited();
    const int problems = m_patterns->problems();
    m_save->setEnabled(isEdited);
    m_save->setToolTip(isEdited ? QString() : tr("Nothing was changed."));
    m_discard->setVisible(isEdited);
    setDefaultButton(isEdited ? m_save : m_close);
    const QString left = problems == 0
        ? QString()
        : tr("%n pattern(s) cannot be used and are left out.", nullptr, problems);
    if (isEdited)
        say(Tone::Attention,
            QString(tr("Your changes are kept, and in use once you save them.") + u' ' + left)
                .trimmed());
    else
        say(Tone::Attention, left);
}

void SettingsSheet::say(Tone tone, const QString &sentence)
{
    m_noteTone = tone;
    m_note->setText(sentence);
    m_noteSign->setVisible(!sentence.isEmpty());
    drawNote();
}

void SettingsSheet::drawNote()
{
    const QColor colour = toneColour(palette(), m_noteTone);
    const Icon sign = m_noteTone == Tone::Success ? Icon::InSync
        : m_noteTone == Tone::Failure             ? Icon::Error
                                                  : Icon::Warning;
    m_noteSign->setPixmap(iconPixmap(sign, colour, Metrics::signSize, devicePixelRatioF()));
    QPalette words = m_note->palette();
    words.setColor(QPalette::WindowText, colour);
    m_note->setPalette(words);
}

QString SettingsSheet::note() const
{
    return m_note->text();
}

// The look may be chosen right here.
void SettingsSheet::changeEvent(QEvent *event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawNote();
}

void SettingsSheet::resizeEvent(QResizeEvent *event)
{
    fitPages(height());
    Sheet::resizeEvent(event);
}

void SettingsSheet::fitPages(int windowHeight)
{
    m_pages->setFixedHeight(std::clamp(windowHeight - besidePages, lowest, highest));
}

} // namespace falconer
