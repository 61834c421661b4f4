// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/windoweditor.h"

#include "ui/plan/windowtext.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void setProblem(QLineEdit *field, bool isProblem)
{
    if (field->property("problem").toBool() == isProblem)
        return;
    field->setProperty("problem", isProblem);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

WindowEditor::WindowEditor(QWidget *parent)
    : QWidget(parent)
    , m_wanted(new QCheckBox(tr("only in a maintenance window"), this))
    , m_fields(new QWidget(this))
    , m_sentence(new QLabel(m_fields))
    , m_starts(new QLabel(m_fields))
{
    const int offset = QDateTime::currentDateTime().offsetFromUtc();
    m_schedule = newField(tr("Schedule"), u"0 0 2 * * ?"_s, 170);
    m_schedule->setObjectName(u"schedule"_s);
    m_schedule->setToolTip(tr("Quartz cron: second, minute, hour, day of the month, month, day of "
                              "the week, perhaps year"));
    m_duration = newField(tr("Duration"), u"01:00:00"_s, 74);
    m_duration->setObjectName(u"duration"_s);
    m_offset = newField(tr("Offset of the device's clock from UTC"), utcOffsetText(offset), 76);
    m_offset->setObjectName(u"offset"_s);
    m_wanted->setObjectName(u"windowWanted"_s);
    m_sentence->setObjectName(u"windowSentence"_s);
    m_sentence->setWordWrap(true);
    m_starts->setObjectName(u"windowStarts"_s);
    m_starts->setProperty("look", u"secondary"_s);
    m_starts->setWordWrap(true);
    build();
    connect(m_wanted, &QCheckBox::toggled, this, &WindowEditor::check);
    for (QLineEdit *field : { m_schedule, m_duration, m_offset })
        connect(field, &QLineEdit::textChanged, this, &WindowEditor::check);
    check();
}

QLineEdit *WindowEditor::newField(const QString &name, const QString &text, int width)
{
    auto *field = new QLineEdit(text, m_fields);
    field->setAccessibleName(name);
    field->setToolTip(name);
    field->setFixedWidth(width);
    return field;
}

void WindowEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(5);
    layout->addWidget(m_wanted);
    layout->addWidget(m_fields);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(7);
    row->addWidget(m_schedule);
    row->addWidget(new QLabel(tr("for", "schedule, for duration"), m_fields));
    row->addWidget(m_duration);
    row->addWidget(new QLabel(tr("UTC", "before an offset"), m_fields));
    row->addWidget(m_offset);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_sentence);
    column->addWidget(m_starts);
}

void WindowEditor::check()
{
    m_check = checkWindow({ m_schedule->text(), m_duration->text(), m_offset->text(), {} },
        QDateTime::currentDateTimeUtc());
    m_fields->setVisible(m_wanted->isChecked());
    setProblem(m_schedule, m_check.nextStarts.isEmpty());
    setProblem(m_duration, !m_check.durationSeconds);
    setProblem(m_offset, !m_check.utcOffsetSeconds);
    m_sentence->setText(windowText(m_check));
    QPalette colour;
    if (!m_check.isValid())
        colour.setColor(QPalette::WindowText, toneColour(palette(), Tone::Failure));
    m_sentence->setPalette(colour);
    m_starts->setVisible(m_check.isValid());
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_starts->setText(tr("next on the device: %1\nhere (%2): %3")
                          .arg(deviceStartsText(m_check), QString::fromUtf8(zone.id()),
                              localStartsText(m_check, zone)));
    // The lines around keep the height of the former words otherwise.
    m_fields->layout()->activate();
    updateGeometry();
    emit changed();
}

std::optional<MaintenanceWindow> WindowEditor::window() const
{
    if (!m_wanted->isChecked())
        return std::nullopt;
    return MaintenanceWindow{ .schedule = m_schedule->text().simplified(),
        .duration = m_duration->text(),
        .timezone = m_offset->text() };
}

bool WindowEditor::isValid() const
{
    return !m_wanted->isChecked() || m_check.isValid();
}

} // namespace falconer
